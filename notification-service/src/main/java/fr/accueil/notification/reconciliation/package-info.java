/// Zero messages lost: Twilio's list is compared with what was received, and what is missing is brought back.
@NullMarked
package fr.accueil.notification.reconciliation;

import org.jspecify.annotations.NullMarked;
