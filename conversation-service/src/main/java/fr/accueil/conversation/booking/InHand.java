package fr.accueil.conversation.booking;

import fr.accueil.conversation.conversation.Conversation;
import java.util.Optional;

/// A booking as one of the team is about to change it, with all that this needs, locked.
///
/// @param conversation of its customer, as far as there is one who can be written to
record InHand(Optional<Conversation> conversation, OpenedAgenda agenda, Booking booking) {}
