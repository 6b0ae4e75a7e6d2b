package fr.accueil.ingest.twilio;

import fr.accueil.events.ConversationId;
import fr.accueil.events.TenantId;

/// What became of a webhook, now that Kafka has it.
sealed interface Taken {

    record AsMessage(TenantId tenant, ConversationId conversation) implements Taken {}

    record AsStatus() implements Taken {}

    /// By no tenant: kept for an operator.
    record AsUnroutable() implements Taken {}
}
