@NullMarked
package fr.accueil.conversation.busy;

import org.jspecify.annotations.NullMarked;
