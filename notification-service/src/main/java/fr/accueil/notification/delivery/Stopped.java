package fr.accueil.notification.delivery;

import fr.accueil.events.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a customer gets no messages, as far as anything says so. Pure.
record Stopped(List<Stop> stops) {

    static final Stopped NOT = new Stopped(List.of());

    sealed interface Stop {

        /// The customer said so (STOP).
        ///
        /// @param confirmation the one message that still goes out
        record ByCustomer(@Nullable MessageId confirmation) implements Stop {}

        /// Twilio said so: opted out there, or our number is blocked.
        ///
        /// @param freeTextUntil of the message that was refused: one that may be sent for longer was asked for
        /// when the customer had written again, and is tried
        record ByProvider(String code, Instant freeTextUntil) implements Stop {}
    }

    Optional<Refusal> refusal(Outgoing message, DeliveryRules rules) {
        return stops.stream()
                .flatMap(it -> refusal(it, message, rules).stream())
                .findFirst();
    }

    /// The one message that tells the customer that there will be no more, whoever leads.
    boolean confirmedBy(Outgoing message) {
        return stops.stream()
                .anyMatch(it -> it instanceof Stop.ByCustomer(var confirmation)
                        && message.id().equals(confirmation));
    }

    private static Optional<Refusal> refusal(Stop stop, Outgoing message, DeliveryRules rules) {
        return switch (stop) {
            case Stop.ByCustomer(var confirmation) ->
                message.id().equals(confirmation) ? Optional.empty() : Optional.of(Refusal.optedOut());
            case Stop.ByProvider(var code, var freeTextUntil) ->
                message.freeTextUntil().isAfter(freeTextUntil)
                        ? Optional.empty()
                        : Optional.of(Refusal.byProvider(rules.refusal(code), code));
        };
    }
}
