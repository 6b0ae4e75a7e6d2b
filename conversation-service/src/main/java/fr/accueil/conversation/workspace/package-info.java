/// A workspace as its owner opens it and sets it up.
@NullMarked
package fr.accueil.conversation.workspace;

import org.jspecify.annotations.NullMarked;
