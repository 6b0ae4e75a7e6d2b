@NullMarked
package fr.accueil.conversation.calendar;

import org.jspecify.annotations.NullMarked;
