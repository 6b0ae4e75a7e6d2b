package fr.accueil.router.flow;

import fr.accueil.events.BookingId;
import fr.accueil.events.LeadId;
import fr.accueil.events.MessageId;

/// Ids that a decision may use: nothing pure makes any.
///
/// @param confirmation of the message that confirms an opt-out
public record NewIds(MessageId confirmation, BookingId booking, LeadId lead) {}
