package fr.accueil.notification.delivery;

import fr.accueil.events.DeliveryEvent;
import java.util.List;

/// What news did to a message, and what the others are told of it.
record Change(Outgoing after, List<DeliveryEvent> events) {

    static Change none(Outgoing message) {
        return silent(message);
    }

    /// It is remembered, and nobody needs to hear of it.
    static Change silent(Outgoing after) {
        return new Change(after, List.of());
    }
}
