@NullMarked
package fr.accueil.simulator.ledger;

import org.jspecify.annotations.NullMarked;
