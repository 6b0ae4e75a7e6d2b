@NullMarked
package fr.accueil.ingest.publishing;

import org.jspecify.annotations.NullMarked;
