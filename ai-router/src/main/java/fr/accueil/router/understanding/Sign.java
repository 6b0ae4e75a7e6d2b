package fr.accueil.router.understanding;

/// What a message does in the dialogue, beside what it says. A message may do several of these things.
public enum Sign {
    /// "Non finalement plutôt vendredi".
    CORRECTS,
    /// "Laissez tomber".
    GIVES_UP,
    /// "Et aussi les sourcils".
    ADDS,
    /// "On peut décaler mon rendez-vous ?"
    MOVES,
    /// Wants an appointment instead of what is running.
    WANTS_BOOKING,
    /// Wants a quote instead of what is running.
    WANTS_QUOTE,
    /// Asks something.
    ASKS,
    /// "Ok", "d'accord", "très bien" and nothing else.
    ACKNOWLEDGES,
    /// The engine made nothing of it.
    UNCLEAR
}
