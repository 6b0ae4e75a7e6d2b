@NullMarked
package fr.accueil.conversation.membership;

import org.jspecify.annotations.NullMarked;
