package fr.accueil.conversation.booking;

/// What became of a wish for a slot: put aside, or [Judgement.Denied].
sealed interface Outcome permits Outcome.PutAside, Judgement.Denied {

    record PutAside(Booking held) implements Outcome {}
}
