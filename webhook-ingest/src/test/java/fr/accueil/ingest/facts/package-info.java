@NullMarked
package fr.accueil.ingest.facts;

import org.jspecify.annotations.NullMarked;
