package fr.accueil.notification.delivery;

/// The one state of a message that the others see, in the order in which it may move. A refusal is below a delivery: an
/// attempt that was given up as lost may prove, much later, to have arrived.
enum MessageState {
    QUEUED,
    ACCEPTED,
    SENT,
    REFUSED,
    DELIVERED,
    READ;

    static MessageState of(AttemptState attempt) {
        return switch (attempt) {
            case UNRESOLVED, NOT_TAKEN, LOST, FAILED_FOR_NOW -> QUEUED;
            case ACCEPTED -> ACCEPTED;
            case SENT -> SENT;
            case FAILED, UNCONFIRMED -> REFUSED;
            case DELIVERED -> DELIVERED;
            case READ -> READ;
        };
    }

    MessageState orLater(MessageState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
