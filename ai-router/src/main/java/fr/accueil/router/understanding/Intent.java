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
    OTHER
}
