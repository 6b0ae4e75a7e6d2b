/// Stands in for Twilio and for the customers' phones.
@NullMarked
package fr.accueil.simulator;

import org.jspecify.annotations.NullMarked;
