/// What happened, line by line, on disk: the only thing that survives a kill.
@NullMarked
package fr.accueil.simulator.ledger;

import org.jspecify.annotations.NullMarked;
