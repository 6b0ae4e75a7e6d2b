@NullMarked
package fr.accueil.conversation.privacy;

import org.jspecify.annotations.NullMarked;
