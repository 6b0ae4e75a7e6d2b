@NullMarked
package fr.accueil.platform.kafka;

import org.jspecify.annotations.NullMarked;
