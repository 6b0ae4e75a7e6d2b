package fr.accueil.platform.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.ConversationId;
import fr.accueil.events.DeliveryEvent.MessageSent;
import fr.accueil.events.Envelope;
import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.StatusEvent.DeliveryStatusReported;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.Wire;
import fr.accueil.events.WorkspaceEvent.FaqSaved;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.inbox.Inbox;
import fr.accueil.platform.outbox.Outbox;
import fr.accueil.platform.testing.Events;
import fr.accueil.platform.testing.Infrastructure;
import fr.accueil.platform.testing.RowLevelSecurity;
import fr.accueil.platform.testing.Tokens;
import fr.accueil.platform.testing.WithInfrastructure;
import fr.accueil.platform.work.LeaseLost;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkOutdated;
import fr.accueil.platform.work.WorkQueue;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.R2dbcPermissionDeniedException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@SpringBootTest(classes = TrialApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient
@WithInfrastructure
class PlatformTest {

    private static final TenantId CAMELIA = new TenantId(UUID.randomUUID());
    private static final TenantId MARTIN = new TenantId(UUID.randomUUID());
    private static final URI TRIAL = URI.create("/trial");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String REPLAY = Topic.replay(Topic.STATUS.topic(), "notification-service");

    @Autowired
    TenantTransaction transaction;

    @Autowired
    DatabaseClient database;

    @Autowired
    @Qualifier("relayDatabase")
    DatabaseClient relayDatabase;

    @Autowired
    Outbox outbox;

    @Autowired
    Inbox inbox;

    @Autowired
    WorkQueue queue;

    @Autowired
    TrialApplication.Worker worker;

    @Autowired
    TrialApplication.StatusListener listener;

    @Autowired
    TrialApplication.FaqCopy faqs;

    @Autowired
    Events events;

    @Autowired
    RowLevelSecurity rowLevelSecurity;

    @Autowired
    Tokens tokens;

    @Autowired
    WebTestClient http;

    @Autowired
    Clock clock;

    @Autowired
    MeterRegistry meters;

    @BeforeEach
    void no_work_is_left() {
        worker.task = this::finish;
    }

    @Test
    void a_tenant_sees_its_own_rows_alone() {
        transaction.in(CAMELIA, note("Camélia")).block(PATIENCE);
        transaction.in(MARTIN, note("Martin")).block(PATIENCE);

        assertThat(transaction.inMany(CAMELIA, notes()).collectList().block(PATIENCE))
                .contains("Camélia")
                .doesNotContain("Martin");
        assertThat(notes().collectList().block(PATIENCE)).isEmpty();
        rowLevelSecurity.assertOnEveryTable("trial");
    }

    @Test
    void a_row_of_another_tenant_cannot_be_written() {
        var foreign = database.sql("insert into note (id, tenant, text) values (:id, :tenant, 'x')")
                .bind("id", Ids.next())
                .bind("tenant", MARTIN.value())
                .then();

        assertThatThrownBy(() -> transaction.in(CAMELIA, foreign).block(PATIENCE))
                .hasMessageContaining("row-level security");
    }

    @Test
    void who_serves_requests_can_read_nothing_that_all_tenants_share() {
        for (var sql : List.of(
                "select * from outbox",
                "delete from outbox",
                "update inbox set reader = 'x'",
                "delete from inbox",
                "select * from flyway_schema_history",
                "create table mine (id int)",
                "alter table note disable row level security",
                "set role trial_relay",
                "set session authorization postgres")) {
            assertThatThrownBy(() -> transaction
                            .in(CAMELIA, database.sql(sql).fetch().rowsUpdated())
                            .block(PATIENCE))
                    .as(sql)
                    .rootCause()
                    .isInstanceOf(R2dbcPermissionDeniedException.class);
        }
    }

    @Test
    void the_relay_sees_no_table_of_a_tenant() {
        transaction.in(CAMELIA, note("Camélia")).block(PATIENCE);

        for (var sql :
                List.of("select * from note", "insert into outbox (topic, key, created_at) values ('', '', now())")) {
            assertThatThrownBy(
                            () -> relayDatabase.sql(sql).fetch().rowsUpdated().block(PATIENCE))
                    .as(sql)
                    .rootCause()
                    .isInstanceOf(R2dbcPermissionDeniedException.class);
        }
    }

    @Test
    void what_kafka_would_never_take_does_not_enter_the_outbox() {
        var conversation = new ConversationId(UUID.randomUUID());
        var large = envelope(
                conversation.toString(),
                new DeliveryStatusReported(conversation, null, 0, null, "SM1", "x".repeat(1_100_000), null, null));

        assertThatThrownBy(() -> transaction
                        .in(CAMELIA, outbox.append(Topic.STATUS, conversation.toString(), large))
                        .block(PATIENCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too large");
    }

    @Test
    void many_at_once_leave_in_their_order() {
        var conversation = new ConversationId(UUID.randomUUID());
        var many = Stream.generate(() -> sent(conversation)).limit(1_200).toList();

        transaction.in(CAMELIA, outbox.appendAll(Topic.DELIVERY, many)).block(PATIENCE);

        events.await(Topic.DELIVERY, it -> it.id().equals(many.getLast().id()));
        assertThat(events.seen(Topic.DELIVERY))
                .filteredOn(it -> it.subject().equals(conversation.toString()))
                .isEqualTo(many);
    }

    @Test
    void a_transaction_inside_another_tenants_is_refused() {
        assertThatThrownBy(() -> transaction
                        .in(CAMELIA, transaction.in(MARTIN, note("x")))
                        .block(PATIENCE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_committed_leaves_in_order_and_what_is_rolled_back_does_not() {
        var conversation = new ConversationId(UUID.randomUUID());
        var first = sent(conversation);
        var second = sent(conversation);
        var never = sent(conversation);
        Mono<Void> failing = append(never).then(Mono.error(new IllegalArgumentException("no")));

        transaction.in(CAMELIA, append(first).then(append(second))).block(PATIENCE);
        assertThatThrownBy(() -> transaction.in(CAMELIA, failing).block(PATIENCE))
                .hasMessage("no");
        var last = sent(conversation);
        transaction.in(CAMELIA, append(last)).block(PATIENCE);

        events.await(Topic.DELIVERY, it -> it.id().equals(last.id()));
        assertThat(events.seen(Topic.DELIVERY))
                .filteredOn(it -> it.subject().equals(conversation.toString()))
                .extracting(Envelope::id)
                .containsExactly(first.id(), second.id(), last.id());
        await().atMost(PATIENCE).until(() -> count("outbox") == 0);
    }

    @Test
    void an_event_is_handled_once_by_each_reader() {
        var event = Ids.next();

        assertThat(transaction.in(CAMELIA, inbox.first("a", event)).block(PATIENCE))
                .isTrue();
        assertThat(transaction.in(CAMELIA, inbox.first("a", event)).block(PATIENCE))
                .isFalse();
        assertThat(transaction.in(CAMELIA, inbox.first("b", event)).block(PATIENCE))
                .isTrue();
    }

    @Test
    void work_is_done_when_it_is_due() {
        var done = new CopyOnWriteArrayList<LeasedWork>();
        worker.task = work -> finish(work).doOnSuccess(_ -> done.add(work));
        var due = clock.instant().plusMillis(700);

        schedule("k1", due);

        await().atMost(PATIENCE).until(() -> !done.isEmpty());
        assertThat(clock.instant()).isAfterOrEqualTo(due);
        assertThat(done.getFirst().tenant()).isEqualTo(CAMELIA);
        assertThat(pending("k1")).isZero();
    }

    @Test
    void work_that_fails_is_tried_again() {
        var attempts = new CopyOnWriteArrayList<Integer>();
        worker.task = work -> {
            attempts.add(work.attempts());
            return attempts.size() < 2 ? Mono.error(new IllegalStateException("not yet")) : finish(work);
        };

        schedule("k2", clock.instant());

        await().atMost(PATIENCE).until(() -> pending("k2") == 0);
        assertThat(attempts).containsExactly(0, 1);
    }

    @Test
    void outdated_work_runs_again_without_being_counted_as_failed() {
        var attempts = new CopyOnWriteArrayList<Integer>();
        worker.task = work -> {
            attempts.add(work.attempts());
            return attempts.size() < 2 ? Mono.error(new WorkOutdated("newer message")) : finish(work);
        };

        schedule("k3", clock.instant());

        await().atMost(PATIENCE).until(() -> pending("k3") == 0);
        assertThat(attempts).containsExactly(0, 0);
    }

    @Test
    void work_scheduled_anew_while_it_is_done_runs_again() {
        var finishes = new CopyOnWriteArrayList<WorkQueue.Finish>();
        worker.task = work -> {
            var again = finishes.isEmpty()
                    ? transaction.in(CAMELIA, queue.schedule(CAMELIA, "trial", "k4", clock.instant(), "newer"))
                    : Mono.<Void>empty();
            return again.then(transaction.in(CAMELIA, queue.finish(work)))
                    .doOnNext(finishes::add)
                    .then();
        };

        schedule("k4", clock.instant());

        await().atMost(PATIENCE).until(() -> finishes.size() == 2);
        assertThat(finishes).containsExactly(WorkQueue.Finish.AGAIN, WorkQueue.Finish.DONE);
    }

    @Test
    void a_frozen_workers_effect_is_rolled_back_once_another_has_its_work() {
        var frozen = new CountDownLatch(1);
        var outcomes = new CopyOnWriteArrayList<String>();
        var taken = new AtomicInteger();
        worker.task = work -> {
            if (taken.incrementAndGet() > 1) {
                return finish(work).doOnSuccess(_ -> outcomes.add("second"));
            }
            // A process that is frozen notices no time-out of its own: this one is detached from it.
            Thread.ofVirtual().start(() -> {
                awaitLatch(frozen);
                transaction
                        .in(CAMELIA, note("twice").then(queue.finish(work)))
                        .subscribe(
                                _ -> outcomes.add("first"),
                                e -> outcomes.add(e.getClass().getSimpleName()));
            });
            return Mono.never();
        };

        schedule("k5", clock.instant());
        await().atMost(PATIENCE).until(() -> outcomes.contains("second"));
        frozen.countDown();

        await().atMost(PATIENCE).until(() -> outcomes.size() == 2);
        assertThat(outcomes).containsExactly("second", LeaseLost.class.getSimpleName());
        assertThat(transaction.inMany(CAMELIA, notes()).collectList().block(PATIENCE))
                .doesNotContain("twice");
    }

    @Test
    void one_key_is_never_worked_on_twice_at_once_and_many_keys_are() {
        var running = new ConcurrentHashMap<String, AtomicInteger>();
        var most = new AtomicInteger();
        var together = new AtomicInteger();
        var done = new AtomicInteger();
        worker.task = work -> Mono.defer(() -> {
                    assertThat(running.computeIfAbsent(work.key(), _ -> new AtomicInteger())
                                    .incrementAndGet())
                            .isEqualTo(1);
                    most.accumulateAndGet(together.incrementAndGet(), Math::max);
                    return Mono.delay(Duration.ofMillis(100));
                })
                .then(Mono.fromRunnable(() -> {
                    running.computeIfAbsent(work.key(), _ -> new AtomicInteger())
                            .decrementAndGet();
                    together.decrementAndGet();
                }))
                .then(finish(work))
                .doOnSuccess(_ -> done.incrementAndGet());

        for (int i = 0; i < 12; i++) {
            schedule("many-" + i % 6, clock.instant());
        }

        await().atMost(PATIENCE).until(() -> done.get() >= 6 && count("due_work") == 0);
        assertThat(most.get()).isGreaterThan(1);
    }

    @Test
    void poison_becomes_a_dead_letter_as_it_was_received_and_the_next_goes_on() {
        var poison = "{\"half\":".getBytes(StandardCharsets.UTF_8);
        var conversation = new ConversationId(UUID.randomUUID());
        var key = conversation.toString();

        events.publish(Topic.STATUS, key, poison);
        events.publish(Topic.STATUS, reported(conversation, "poison"));
        events.publish(Topic.STATUS, reported(conversation, "delivered"));

        await().atMost(PATIENCE).until(() -> hasHeard(conversation));
        assertThat(listener.failures.get(conversation)).hasValue(3);
        assertThat(letters(key, 2).getFirst().value()).isEqualTo(poison);
    }

    @Test
    void a_dead_letter_says_why_and_can_be_replayed_to_its_reader_alone() {
        var conversation = new ConversationId(UUID.randomUUID());
        var key = conversation.toString();
        events.publish(Topic.STATUS, reported(conversation, "poison"));
        var letter = letters(key, 1).getFirst();
        assertThat(header(letter, KafkaHeaders.DLT_EXCEPTION_MESSAGE)).contains("by its own content");
        assertThat(header(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC)).isEqualTo(Topic.STATUS.topic());
        assertThat(letter.headers().lastHeader(KafkaHeaders.DLT_EXCEPTION_STACKTRACE))
                .isNull();

        events.publish(REPLAY, key, letter.value());
        assertThat(letters(key, 2)).hasSize(2);

        events.publish(REPLAY, key, Wire.write(reported(conversation, "delivered")));
        await().atMost(PATIENCE).until(() -> hasHeard(conversation));
    }

    @Test
    void poison_of_the_largest_size_is_a_dead_letter_too() {
        var conversation = new ConversationId(UUID.randomUUID());
        var key = conversation.toString();
        var large = "x".repeat(1_048_000).getBytes(StandardCharsets.UTF_8);

        events.publish(Topic.STATUS, key, large);
        events.publish(Topic.STATUS, reported(conversation, "delivered"));

        await().atMost(PATIENCE).until(() -> hasHeard(conversation));
        assertThat(letters(key, 1).getFirst().value()).isEqualTo(large);
    }

    @Test
    void what_waits_grows_old_where_it_can_be_seen() {
        worker.task = work -> Mono.delay(Duration.ofMillis(1_500)).then(finish(work));
        Flux.range(0, 12 * worker.concurrency())
                .concatMap(it -> queue.schedule(
                        CAMELIA, "trial", "old-" + it, clock.instant().minusSeconds(300), "payload"))
                .then()
                .as(it -> transaction.in(CAMELIA, it))
                .block(PATIENCE);

        await().atMost(Duration.ofSeconds(30)).until(() -> ageOfWork() > 200);
        worker.task = this::finish;
        await().atMost(Duration.ofSeconds(30)).until(() -> ageOfWork() == 0 && pending("old-0") == 0);
    }

    @Test
    void a_compacted_copy_follows_what_is_saved_and_deleted() {
        var faq = new FaqId(UUID.randomUUID());
        var saved = new FaqSaved(faq, CAMELIA, "Où ?", "Ici.", List.of(), true);

        events.publish(Topic.FAQS, envelope(faq.toString(), saved));
        await().atMost(PATIENCE).until(() -> faqs.byKey.containsKey(faq.toString()));
        events.publish(Topic.FAQS, faq.toString(), null);

        await().atMost(PATIENCE).until(() -> !faqs.byKey.containsKey(faq.toString()));
        http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
    }

    @Test
    void the_api_wants_a_token_of_our_provider_for_us() {
        http.get().uri("/api/greeting").exchange().expectStatus().isUnauthorized();
        tokens.forged("sophie", "Sophie", "sophie@camelia.example")
                .forEach((what, token) -> assertThat(greet(token)).as(what).isEqualTo(HttpStatus.UNAUTHORIZED));
        assertThat(greet(tokens.bearerFor("sophie", "Sophie", "sophie@camelia.example")))
                .isEqualTo(HttpStatus.OK);
    }

    private HttpStatusCode greet(String token) {
        return http.get()
                .uri("/api/greeting")
                .headers(it -> it.setBearerAuth(token))
                .exchange()
                .returnResult(Void.class)
                .getStatus();
    }

    @Test
    void outside_the_local_profile_nobody_can_move_the_clock() {
        http.post()
                .uri("/internal/clock")
                .bodyValue(Map.of("offset", "PT25H"))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void metrics_are_there_for_prometheus() {
        http.get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(it ->
                        assertThat(it).contains("accueil_outbox_age_seconds").contains("service=\"trial\""));
    }

    private Mono<Void> finish(LeasedWork work) {
        return transaction.in(work.tenant(), queue.finish(work)).then();
    }

    private void schedule(String key, Instant due) {
        transaction
                .in(CAMELIA, queue.schedule(CAMELIA, "trial", key, due, "payload"))
                .block(PATIENCE);
    }

    private Mono<Void> append(Envelope envelope) {
        return outbox.append(Topic.DELIVERY, envelope.subject(), envelope);
    }

    private Envelope sent(ConversationId conversation) {
        return envelope(conversation.toString(), new MessageSent(new MessageId(Ids.next()), conversation, 0));
    }

    private Envelope reported(ConversationId conversation, String status) {
        return envelope(
                conversation.toString(),
                new DeliveryStatusReported(conversation, null, 0, null, "SM1", status, null, null));
    }

    private Envelope envelope(String subject, fr.accueil.events.AccueilEvent data) {
        return new Envelope(Ids.next(), TRIAL, clock.instant(), subject, CAMELIA, null, data);
    }

    private Mono<Void> note(String text) {
        return database.sql("insert into note (id, tenant, text)"
                        + " values (:id, nullif(current_setting('accueil.tenant', true), '')::uuid, :text)")
                .bind("id", Ids.next())
                .bind("text", text)
                .then();
    }

    private Flux<String> notes() {
        return database.sql("select text from note")
                .map((row, _) -> String.valueOf(row.get("text", String.class)))
                .all();
    }

    private long pending(String key) {
        return number("select count(*) as n from due_work where key = '" + key + "'");
    }

    private long count(String table) {
        return number("select count(*) as n from " + table);
    }

    private long number(String sql) {
        var found = relayDatabase
                .sql(sql)
                .map((row, _) -> row.get("n", Long.class))
                .one()
                .block(PATIENCE);
        return found == null ? -1 : found;
    }

    private double ageOfWork() {
        return meters.get("accueil.work.age").tag("kind", "trial").gauge().value();
    }

    private boolean hasHeard(ConversationId conversation) {
        return listener.heard.stream()
                .anyMatch(it -> it instanceof DeliveryStatusReported said
                        && said.conversation().equals(conversation));
    }

    private static String header(ConsumerRecord<?, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<String, byte[]>> letters(String key, int count) {
        var found = new CopyOnWriteArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Infrastructure.kafka()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(Topic.deadLetters(Topic.STATUS.topic(), "notification-service")).stream()
                            .map(it -> new TopicPartition(it.topic(), it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(it -> {
                    if (key.equals(it.key())) {
                        found.add(it);
                    }
                });
                return found.size() >= count;
            });
        }
        return found;
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
