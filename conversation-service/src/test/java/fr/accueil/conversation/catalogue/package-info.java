@NullMarked
package fr.accueil.conversation.catalogue;

import org.jspecify.annotations.NullMarked;
