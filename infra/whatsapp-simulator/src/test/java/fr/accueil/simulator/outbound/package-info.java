@NullMarked
package fr.accueil.simulator.outbound;

import org.jspecify.annotations.NullMarked;
