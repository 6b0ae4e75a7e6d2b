@NullMarked
package fr.accueil.simulator;

import org.jspecify.annotations.NullMarked;
