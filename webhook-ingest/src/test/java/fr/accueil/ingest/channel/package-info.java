@NullMarked
package fr.accueil.ingest.channel;

import org.jspecify.annotations.NullMarked;
