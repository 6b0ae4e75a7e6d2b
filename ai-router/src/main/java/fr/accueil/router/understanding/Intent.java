package fr.accueil.router.understanding;

/// What a customer is after.
public enum Intent {
    FAQ,
    BOOKING,
    QUOTE,
    HUMAN,
    COMPLAINT,
    CANCEL_BOOKING,
    OPT_OUT,
    GREETING,
    THANKS,
    OTHER;

    /// Whether who is after this wants an answer. A complaint may well be about being written to, so it does not count.
    public boolean isWish() {
        return switch (this) {
            case FAQ, BOOKING, QUOTE, HUMAN, CANCEL_BOOKING -> true;
            case COMPLAINT, OPT_OUT, GREETING, THANKS, OTHER -> false;
        };
    }
}
