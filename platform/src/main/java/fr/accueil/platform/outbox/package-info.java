/// Events leave with the transaction that caused them, in the order of their positions.
@NullMarked
package fr.accueil.platform.outbox;

import org.jspecify.annotations.NullMarked;
