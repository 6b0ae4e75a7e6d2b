/// Receives Twilio's webhooks: proves who sent them, names tenant and conversation, publishes, and only then answers.
@NullMarked
package fr.accueil.ingest;

import org.jspecify.annotations.NullMarked;
