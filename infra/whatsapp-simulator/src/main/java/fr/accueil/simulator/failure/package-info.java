/// What goes wrong on purpose, switched by tests and by hand.
@NullMarked
package fr.accueil.simulator.failure;

import org.jspecify.annotations.NullMarked;
