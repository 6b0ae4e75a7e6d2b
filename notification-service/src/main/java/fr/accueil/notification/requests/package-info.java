/// What a person asks of the way to Twilio.
@NullMarked
package fr.accueil.notification.requests;

import org.jspecify.annotations.NullMarked;
