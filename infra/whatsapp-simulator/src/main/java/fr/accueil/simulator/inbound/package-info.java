/// Messages from a phone to a business: posted to its webhook, and what the webhook's answer says.
@NullMarked
package fr.accueil.simulator.inbound;

import org.jspecify.annotations.NullMarked;
