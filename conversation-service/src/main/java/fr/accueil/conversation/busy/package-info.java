/// Calendars that a business keeps elsewhere (Google, Apple, Outlook, Planity): read again and again, their busy times
/// block its agenda. Of what they say only the times are kept.
@NullMarked
package fr.accueil.conversation.busy;

import org.jspecify.annotations.NullMarked;
