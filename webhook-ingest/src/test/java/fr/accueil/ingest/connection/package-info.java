@NullMarked
package fr.accueil.ingest.connection;

import org.jspecify.annotations.NullMarked;
