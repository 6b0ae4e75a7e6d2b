package fr.accueil.events;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One event and where it comes from: CloudEvents 1.0 structured JSON, written and read by [Wire] alone. The same
/// bytes are the outbox row, the Kafka value and the data of a server-sent event.
///
/// @param id once per event: computed for what comes from outside, UUIDv7 for what we originate
/// @param source the service that says it, for example `/webhook-ingest`
/// @param time when it happened, which for a recovered message is long before it was published
/// @param subject what it is about: the conversation, or for `workspace.*` the entity
/// @param tenant whose it is; null only for what could not be attributed
/// @param causedby the event that led to this one
public record Envelope(
        UUID id,
        URI source,
        Instant time,
        String subject,
        @Nullable TenantId tenant,
        @Nullable UUID causedby,
        AccueilEvent data) {

    public String type() {
        return Wire.nameOf(data);
    }

    /// Whose it is, where an event without a tenant would be a fault of its writer.
    ///
    /// @throws IllegalStateException when there is none
    public TenantId requireTenant() {
        if (tenant == null) {
            throw new IllegalStateException(type() + " " + id + " names no tenant");
        }
        return tenant;
    }

    public ConversationId conversation() {
        return ConversationId.of(subject);
    }
}
