/// Phones and messages as they stand: folded from the ledger.
@NullMarked
package fr.accueil.simulator.world;

import org.jspecify.annotations.NullMarked;
