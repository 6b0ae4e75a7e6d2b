@NullMarked
package fr.accueil.simulator.signature;

import org.jspecify.annotations.NullMarked;
