/// Signed posts to the webhook addresses, with the retries that Twilio makes.
@NullMarked
package fr.accueil.simulator.delivery;

import org.jspecify.annotations.NullMarked;
