/// The row of the inbox: one customer's thread, its status and who leads it.
@NullMarked
package fr.accueil.conversation.conversation;

import org.jspecify.annotations.NullMarked;
