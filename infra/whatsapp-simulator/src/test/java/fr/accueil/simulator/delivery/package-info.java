@NullMarked
package fr.accueil.simulator.delivery;

import org.jspecify.annotations.NullMarked;
