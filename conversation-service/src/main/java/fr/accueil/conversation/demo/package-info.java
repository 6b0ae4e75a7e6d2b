/// The demo businesses of the local stack.
@NullMarked
package fr.accueil.conversation.demo;

import org.jspecify.annotations.NullMarked;
