/// How answers get back to who called.
@NullMarked
package fr.accueil.ingest.connection;

import org.jspecify.annotations.NullMarked;
