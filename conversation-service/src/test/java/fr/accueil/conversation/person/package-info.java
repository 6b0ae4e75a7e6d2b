@NullMarked
package fr.accueil.conversation.person;

import org.jspecify.annotations.NullMarked;
