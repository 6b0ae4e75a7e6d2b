package fr.accueil.notification.reconciliation;

import java.time.Instant;

/// A received message as Twilio's list has it, which is less than its webhook had.
///
/// @param from the customer's address
/// @param media how many came with it
public record ListedMessage(String sid, String from, String body, int media, Instant at) {

    ListedMessage at(Instant other) {
        return new ListedMessage(sid, from, body, media, other);
    }

    /// Without text and address, which no log may hold.
    @Override
    public String toString() {
        return "ListedMessage[" + sid + "]";
    }
}
