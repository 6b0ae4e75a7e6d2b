/// Listening, back-off, dead letters and local copies of compacted topics.
@NullMarked
package fr.accueil.platform.kafka;

import org.jspecify.annotations.NullMarked;
