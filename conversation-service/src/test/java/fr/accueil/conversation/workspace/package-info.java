@NullMarked
package fr.accueil.conversation.workspace;

import org.jspecify.annotations.NullMarked;
