package fr.accueil.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.ConversationId;
import fr.accueil.events.DeliveryEvent.MessageSent;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.testing.Events;
import fr.accueil.platform.trial.TrialStack;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Whatever runs at once, however long each transaction takes and whichever fail: Kafka has, per conversation, exactly
/// what was committed, in the order in which it was committed.
class OutboxOrderProperties {

    private static final TenantId CAMELIA = TenantId.of(UUID.randomUUID());
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final TrialStack STACK = TrialStack.start();
    private static final Events EVENTS = STACK.events();

    /// One transaction: it locks its conversation, appends, dawdles and ends.
    ///
    /// @param dawdle ms between the append and the end
    record Turn(int conversation, int appends, int dawdle, boolean fails) {}

    @AfterContainer
    static void stop() {
        EVENTS.close();
        STACK.close();
    }

    @Provide
    Arbitrary<List<Turn>> turns() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true)))
                .as(Turn::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void kafka_has_what_was_committed_in_its_order(@ForAll("turns") List<Turn> turns) {
        var run = new Run(
                STACK.bean(TenantTransaction.class), STACK.bean(DatabaseClient.class), STACK.bean(Outbox.class));

        Flux.fromIterable(turns)
                .flatMap(it -> run.take(it).subscribeOn(Schedulers.boundedElastic()), 8)
                .blockLast(PATIENCE);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(run.heard()).isEqualTo(run.committed()));
    }

    private static final class Run {

        private final TenantTransaction transaction;
        private final DatabaseClient database;
        private final Outbox outbox;
        private final Map<Integer, ConversationId> conversations = new ConcurrentHashMap<>();
        private final Map<ConversationId, List<UUID>> committed = new ConcurrentHashMap<>();

        Run(TenantTransaction transaction, DatabaseClient database, Outbox outbox) {
            this.transaction = transaction;
            this.database = database;
            this.outbox = outbox;
        }

        Mono<Void> take(Turn turn) {
            var conversation = conversations.computeIfAbsent(
                    turn.conversation(),
                    _ -> ConversationId.of(UUID.randomUUID().toString()));
            var said = new ArrayList<Envelope>();
            for (int i = 0; i < turn.appends(); i++) {
                said.add(event(conversation));
            }
            Mono<Void> work = lock(conversation)
                    .thenMany(Flux.fromIterable(said).concatMap(it -> outbox.append(Topic.DELIVERY, it.subject(), it)))
                    .then(Mono.delay(Duration.ofMillis(turn.dawdle())))
                    .then(turn.fails() ? Mono.error(new Fails()) : remember(conversation, said));
            return transaction.in(CAMELIA, work).onErrorComplete(Fails.class);
        }

        /// Under the lock that stands until the commit, so in the order of the commits.
        private Mono<Void> remember(ConversationId conversation, List<Envelope> said) {
            return Mono.fromRunnable(() -> committed
                    .computeIfAbsent(conversation, _ -> new CopyOnWriteArrayList<>())
                    .addAll(said.stream().map(Envelope::id).toList()));
        }

        private Mono<Void> lock(ConversationId conversation) {
            return database.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0))")
                    .bind("id", conversation.toString())
                    .then();
        }

        Map<ConversationId, List<UUID>> committed() {
            return committed;
        }

        Map<ConversationId, List<UUID>> heard() {
            return EVENTS.seen(Topic.DELIVERY).stream()
                    .filter(it -> conversations.containsValue(it.conversation()))
                    .collect(Collectors.groupingBy(
                            Envelope::conversation, Collectors.mapping(Envelope::id, Collectors.toList())));
        }

        private static Envelope event(ConversationId conversation) {
            return new Envelope(
                    Ids.next(),
                    URI.create("/trial"),
                    Instant.now(),
                    conversation.toString(),
                    CAMELIA,
                    null,
                    new MessageSent(new MessageId(Ids.next()), conversation, 0));
        }
    }

    private static final class Fails extends RuntimeException {}
}
