@NullMarked
package fr.accueil.ingest.twilio;

import org.jspecify.annotations.NullMarked;
