package fr.accueil.conversation.privacy;

import fr.accueil.events.ChannelId;
import fr.accueil.events.Envelope;
import fr.accueil.events.ErasureEvent.CustomerErased;
import fr.accueil.events.Ids;
import fr.accueil.events.Topic;
import fr.accueil.platform.outbox.Outbox;
import fr.accueil.platform.secrets.Secrets;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells the other services, and the dashboards that show them, that a customer is erased.
@Component
class ErasuresTopic {

    private static final URI SOURCE = URI.create("/conversation-service");

    private final Outbox outbox;
    private final DatabaseClient database;
    private final Secrets secrets;

    ErasuresTopic(Outbox outbox, DatabaseClient database, Secrets secrets) {
        this.outbox = outbox;
        this.database = database;
        this.secrets = secrets;
    }

    /// In the transaction that erases.
    Mono<Void> tell(Whom whom, UUID erasure, Instant at) {
        return linksOf(whom)
                .map(links -> new Envelope(
                        Ids.next(),
                        SOURCE,
                        at,
                        erasure.toString(),
                        whom.tenant(),
                        null,
                        new CustomerErased(erasure, whom.conversations(), links, at)))
                .flatMap(envelope -> outbox.append(Topic.ERASURES, erasure.toString(), envelope)
                        .then(Mono.defer(
                                () -> outbox.append(Topic.CHANGES, whom.tenant().toString(), envelope))));
    }

    /// What the customer may be linked by, on any channel of the business and under any key of the keyset.
    private Mono<List<String>> linksOf(Whom whom) {
        return database.sql("select id from channel order by id")
                .mapValue(UUID.class)
                .all()
                .map(ChannelId::of)
                .flatMapIterable(channel -> whom.identities().stream()
                        .flatMap(it -> secrets.pseudonyms(channel, it).stream())
                        .map(it -> channel + ":" + it)
                        .toList())
                .collectList();
    }
}
