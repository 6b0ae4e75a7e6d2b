/// What a person does in Twilio's console: opens an account, enters where to call.
@NullMarked
package fr.accueil.simulator.console;

import org.jspecify.annotations.NullMarked;
