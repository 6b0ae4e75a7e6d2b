/// When the house is open, who works when, and what may be booked.
@NullMarked
package fr.accueil.conversation.hours;

import org.jspecify.annotations.NullMarked;
