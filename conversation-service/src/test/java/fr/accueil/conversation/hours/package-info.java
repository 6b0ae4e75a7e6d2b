@NullMarked
package fr.accueil.conversation.hours;

import org.jspecify.annotations.NullMarked;
