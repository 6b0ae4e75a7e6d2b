/// The businesses, accounts and customers of the demo file.
@NullMarked
package fr.accueil.simulator.demo;

import org.jspecify.annotations.NullMarked;
