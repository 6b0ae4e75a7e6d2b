/// What a channel's credentials open at Twilio: looked up when a person connects a number.
@NullMarked
package fr.accueil.notification.checks;

import org.jspecify.annotations.NullMarked;
