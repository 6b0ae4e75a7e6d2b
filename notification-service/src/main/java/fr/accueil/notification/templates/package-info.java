/// The messages that may be sent outside the 24 hours: listed from Twilio, and told when they change.
@NullMarked
package fr.accueil.notification.templates;

import org.jspecify.annotations.NullMarked;
