package fr.accueil.conversation.privacy;

import fr.accueil.events.ErasureEvent.Store;
import fr.accueil.events.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where an erasure stands, store by store. It fills as the services say that they have forgotten the customer.
///
/// @param erasedBy who asked for it
/// @param complete every service has forgotten them, and every file is gone
/// @param filesLeft files that are still to be deleted
/// @param topics what was told before and cannot be taken back: by when it is gone
/// @param kept what remains on purpose, and why, in French
public record ErasureReceipt(
        UUID id,
        Instant erasedAt,
        String erasedBy,
        @Nullable String note,
        boolean complete,
        long filesLeft,
        List<ServiceReceipt> services,
        List<TopicReceipt> topics,
        List<String> kept) {

    private static final List<String> SERVICES =
            List.of(EraseCustomer.SERVICE, "ai-router", "notification-service", "webhook-ingest");

    /// Kafka deletes whole segments, which are a week long at most.
    private static final Duration SEGMENT = Duration.ofDays(7);

    private static final List<Topic> SPOKEN = List.of(
            Topic.INBOUND,
            Topic.STATUS,
            Topic.OUTBOUND,
            Topic.DELIVERY,
            Topic.ASSISTANT,
            Topic.CHANGES,
            Topic.ERASURES);

    private static final List<Topic> COMPACTED = List.of(Topic.IDENTITIES, Topic.BOOKINGS);

    private static final List<String> KEPT = List.of(
            "Une empreinte chiffrée (HMAC) du numéro et de l'adresse WhatsApp, avec la date : elle empêche que d'anciens"
                    + " messages reviennent, et prouve une désinscription. On ne peut pas y lire le numéro.",
            "Les rendez-vous, sans nom ni numéro : la comptabilité et l'agenda en ont besoin.",
            "Pendant trois jours, les identifiants techniques des messages reçus, sans contenu : sans eux, ils seraient"
                    + " repris de la liste de Twilio.",
            "Pendant soixante jours, l'identifiant technique de la conversation dans les services de l'assistant et"
                    + " d'envoi, pour ignorer ce qui serait rejoué.",
            "Chez Twilio et WhatsApp : leurs propres journaux, selon leurs conditions. Effacez-les dans la console"
                    + " de Twilio si la demande le concerne.");

    /// @param forgottenAt null while the service has not said so
    public record ServiceReceipt(String service, @Nullable Instant forgottenAt, List<Store> stores) {}

    /// @param goneBy when the last of it is gone; null for what was replaced and goes when Kafka tidies up
    public record TopicReceipt(String topic, @Nullable Instant goneBy) {}

    static ErasureReceipt of(Erasure erasure) {
        var services = SERVICES.stream().map(it -> of(erasure, it)).toList();
        var reported = services.stream().allMatch(it -> it.forgottenAt() != null);
        return new ErasureReceipt(
                erasure.id(),
                erasure.erasedAt(),
                erasure.personName(),
                erasure.note(),
                reported && erasure.filesLeft() == 0,
                erasure.filesLeft(),
                services,
                topics(erasure.erasedAt()),
                KEPT);
    }

    private static ServiceReceipt of(Erasure erasure, String service) {
        return erasure.reports().stream()
                .filter(it -> it.service().equals(service))
                .findFirst()
                .map(it -> new ServiceReceipt(service, it.at(), it.stores()))
                .orElseGet(() -> new ServiceReceipt(service, null, List.of()));
    }

    /// What could not be read may be put aside as long as its topic keeps it, and is kept from then on.
    private static List<TopicReceipt> topics(Instant erasedAt) {
        var spoken = SPOKEN.stream()
                .map(it -> new TopicReceipt(
                        it.topic(), erasedAt.plus(it.retention().orElseThrow()).plus(SEGMENT)));
        var deadLetters = new TopicReceipt(
                "*.dlt",
                erasedAt.plus(Topic.INBOUND.retention().orElseThrow())
                        .plus(Topic.DEAD_LETTER_RETENTION)
                        .plus(SEGMENT));
        var replaced = COMPACTED.stream().map(it -> new TopicReceipt(it.topic(), null));
        return Stream.of(spoken, Stream.of(deadLetters), replaced)
                .flatMap(it -> it)
                .toList();
    }
}
