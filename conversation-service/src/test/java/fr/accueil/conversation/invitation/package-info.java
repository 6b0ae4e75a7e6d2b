@NullMarked
package fr.accueil.conversation.invitation;

import org.jspecify.annotations.NullMarked;
