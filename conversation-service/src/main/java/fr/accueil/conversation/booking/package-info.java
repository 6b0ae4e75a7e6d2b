/// Slots held, booked and given up, and the reminders of them.
@NullMarked
package fr.accueil.conversation.booking;

import org.jspecify.annotations.NullMarked;
