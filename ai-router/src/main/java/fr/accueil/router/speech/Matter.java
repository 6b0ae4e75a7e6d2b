package fr.accueil.router.speech;

/// What is passed on to a person.
public enum Matter {
    QUESTION,
    BOOKING,
    /// A booking that the agenda has not confirmed in time.
    BOOKING_UNCONFIRMED,
    QUOTE,
    CANCELLATION,
    PERSON,
    COMPLAINT,
    HEALTH,
    LAW,
    REFUND,
    URGENT,
    MEDIA,
    OPT_OUT,
    UNCLEAR,
    LANGUAGE,
    DELAYED
}
