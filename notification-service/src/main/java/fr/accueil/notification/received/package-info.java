/// What reached us of what customers wrote: remembered for the comparison with Twilio's list, and its media sent for.
@NullMarked
package fr.accueil.notification.received;

import org.jspecify.annotations.NullMarked;
