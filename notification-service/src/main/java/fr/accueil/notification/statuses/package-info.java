/// No status lost: of what was sent and never reported on, Twilio's list is asked what became of it.
@NullMarked
package fr.accueil.notification.statuses;

import org.jspecify.annotations.NullMarked;
