@NullMarked
package fr.accueil.conversation.suggestion;

import org.jspecify.annotations.NullMarked;
