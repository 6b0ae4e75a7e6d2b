package fr.accueil.router.languagemodel;

import java.util.Locale;

/// Why the local reading had to do although it was not sure.
enum Fallback {
    /// It did not answer in the time that was left.
    SLOW(true),
    /// It refused: too many calls, no such model, a wrong key.
    REFUSED(true),
    /// It broke, or could not be reached.
    BROKEN(true),
    /// It answered something that is no reading.
    UNREADABLE(true),
    /// It failed too often just before, and is left alone for a while.
    PAUSED(false),
    /// The business's budget of the month is used up.
    OVER_BUDGET(false),
    /// What is left of the answer's time is not worth a call.
    NO_TIME(false),
    /// A fault of our own.
    FAULT(false);

    private final boolean ofTheEngine;

    Fallback(boolean ofTheEngine) {
        this.ofTheEngine = ofTheEngine;
    }

    /// Whether the model is to blame, and should be left alone when it happens often.
    boolean isOfTheEngine() {
        return ofTheEngine;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
