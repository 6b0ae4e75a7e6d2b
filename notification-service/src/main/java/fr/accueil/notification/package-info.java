/// Alone talks to Twilio's API: sends, shows that someone types, and keeps what became of each message.
@NullMarked
package fr.accueil.notification;

import org.jspecify.annotations.NullMarked;
