@NullMarked
package fr.accueil.ingest.identity;

import org.jspecify.annotations.NullMarked;
