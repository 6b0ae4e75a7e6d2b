/// What a new workspace begins with, by its trade.
@NullMarked
package fr.accueil.conversation.suggestion;

import org.jspecify.annotations.NullMarked;
