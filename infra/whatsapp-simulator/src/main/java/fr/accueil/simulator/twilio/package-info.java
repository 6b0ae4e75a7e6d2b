/// Twilio's REST side.
@NullMarked
package fr.accueil.simulator.twilio;

import org.jspecify.annotations.NullMarked;
