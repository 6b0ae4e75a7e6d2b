@NullMarked
package fr.accueil.conversation.register;

import org.jspecify.annotations.NullMarked;
