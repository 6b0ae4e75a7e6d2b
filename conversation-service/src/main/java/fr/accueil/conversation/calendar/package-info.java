/// The agenda as a feed that telephones and computers subscribe to.
@NullMarked
package fr.accueil.conversation.calendar;

import org.jspecify.annotations.NullMarked;
