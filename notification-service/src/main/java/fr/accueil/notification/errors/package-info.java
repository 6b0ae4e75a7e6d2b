/// What an error of Twilio means for us.
@NullMarked
package fr.accueil.notification.errors;

import org.jspecify.annotations.NullMarked;
