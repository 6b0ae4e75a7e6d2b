/// Twilio's API behind the official SDK, made to call once.
@NullMarked
package fr.accueil.notification.twilio;

import org.jspecify.annotations.NullMarked;
