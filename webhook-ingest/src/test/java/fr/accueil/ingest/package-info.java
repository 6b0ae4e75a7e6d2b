@NullMarked
package fr.accueil.ingest;

import org.jspecify.annotations.NullMarked;
