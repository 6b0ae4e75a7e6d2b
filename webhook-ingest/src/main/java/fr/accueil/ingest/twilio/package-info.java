/// Twilio's side: reading, proving and translating its webhooks.
@NullMarked
package fr.accueil.ingest.twilio;

import org.jspecify.annotations.NullMarked;
