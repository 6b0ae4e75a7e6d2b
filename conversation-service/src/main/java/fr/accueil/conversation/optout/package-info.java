/// Who wants no more messages: the ledger, and what follows from it.
@NullMarked
package fr.accueil.conversation.optout;

import org.jspecify.annotations.NullMarked;
