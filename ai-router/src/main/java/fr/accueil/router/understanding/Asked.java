package fr.accueil.router.understanding;

/// What the assistant has just asked for, in the light of which the next message is read.
public enum Asked {
    SERVICE,
    DAY,
    HOUR,
    /// Day and hour at once.
    MOMENT,
    /// One of the free slots that were proposed, or another time.
    SLOT,
    PRACTITIONER,
    NAME,
    EMAIL,
    /// Whether the suggested address is the one that was meant.
    EMAIL_MEANT,
    PHONE,
    NEED,
    /// A yes or a no to what was read back.
    AGREEMENT,
    /// Which of their own bookings is meant.
    WHICH_BOOKING
}
