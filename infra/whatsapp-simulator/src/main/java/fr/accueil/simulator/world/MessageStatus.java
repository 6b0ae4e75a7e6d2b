package fr.accueil.simulator.world;

import java.util.Locale;

/// Twilio's status of a message.
public enum MessageStatus {
    ACCEPTED,
    QUEUED,
    SENT,
    DELIVERED,
    READ,
    UNDELIVERED,
    FAILED,
    RECEIVED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MessageStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    public boolean isRefused() {
        return this == UNDELIVERED || this == FAILED;
    }

    /// Still on its way to the phone.
    public boolean isUnderWay() {
        return this == ACCEPTED || this == QUEUED || this == SENT;
    }
}
