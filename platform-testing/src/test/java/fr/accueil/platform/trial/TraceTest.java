package fr.accueil.platform.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.StatusEvent.DeliveryStatusReported;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.logging.LogContext;
import fr.accueil.platform.outbox.Outbox;
import fr.accueil.platform.testing.WithInfrastructure;
import fr.accueil.platform.tracing.CurrentObservation;
import fr.accueil.platform.work.WorkQueue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.micrometer.tracing.test.autoconfigure.AutoConfigureTracing;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// One trace from where something begins to where it ends, across rows and topics.
@SpringBootTest(classes = TrialApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient
@AutoConfigureTracing
@WithInfrastructure
class TraceTest {

    private static final TenantId CAMELIA = new TenantId(UUID.randomUUID());
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    TenantTransaction transaction;

    @Autowired
    Outbox outbox;

    @Autowired
    WorkQueue queue;

    @Autowired
    TrialApplication.Worker worker;

    @Autowired
    TrialApplication.StatusListener listener;

    @Autowired
    Tracer tracer;

    @Autowired
    ObservationRegistry observations;

    @Autowired
    Clock clock;

    @Test
    void goes_through_outbox_and_topic_to_the_listener() {
        var conversation = new ConversationId(UUID.randomUUID());
        var reported = new DeliveryStatusReported(conversation, null, 0, null, "SM1", "sent", null, null);
        var envelope = new Envelope(
                Ids.next(), URI.create("/trial"), clock.instant(), conversation.toString(), CAMELIA, null, reported);

        var trace = inNewTrace(transaction.in(CAMELIA, outbox.append(Topic.STATUS, envelope.subject(), envelope)));

        await().atMost(PATIENCE).until(() -> listener.traces.containsKey(conversation));
        assertThat(listener.traces.get(conversation)).isEqualTo(trace);
    }

    @Test
    void goes_through_work_that_is_done_later() {
        var key = UUID.randomUUID().toString();
        var seen = new AtomicReference<String>();
        worker.task = work -> Mono.defer(() -> {
            var span = CurrentObservation.span();
            seen.set(span == null ? "none" : span.context().traceId());
            return transaction.in(CAMELIA, queue.finish(work)).then();
        });

        var trace = inNewTrace(transaction.in(CAMELIA, queue.schedule(CAMELIA, "trial", key, clock.instant(), "")));

        await().atMost(PATIENCE).until(() -> seen.get() != null);
        assertThat(seen.get()).isEqualTo(trace);
    }

    @Test
    void is_in_each_log_line_of_a_chain_whichever_thread_writes_it_and_in_none_after_it() {
        var logger = (Logger) LoggerFactory.getLogger("trial.chain");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        try {
            var trace = inNewTrace(Mono.fromRunnable(() -> logger.info("here"))
                    .then(Mono.delay(Duration.ofMillis(10), Schedulers.parallel()))
                    .doOnNext(_ -> logger.info("there"))
                    .publishOn(Schedulers.single())
                    .doOnNext(_ -> logger.info("elsewhere"))
                    .contextWrite(LogContext.of(Map.of(LogContext.CONVERSATION, "c1")))
                    .then());
            logger.info("afterwards");
            Mono.fromRunnable(() -> logger.info("of somebody else"))
                    .subscribeOn(Schedulers.single())
                    .block(PATIENCE);

            assertThat(lines.list).hasSize(5);
            assertThat(lines.list.subList(0, 3))
                    .allSatisfy(line -> assertThat(line.getMDCPropertyMap())
                            .containsEntry("traceId", trace)
                            .containsEntry(LogContext.CONVERSATION, "c1"));
            assertThat(lines.list.subList(3, 5))
                    .allSatisfy(line -> assertThat(line.getMDCPropertyMap())
                            .doesNotContainKeys("traceId", LogContext.CONVERSATION));
        } finally {
            logger.detachAppender(lines);
        }
    }

    private String inNewTrace(Mono<Void> work) {
        var trace = new AtomicReference<String>();
        Observation.createNotStarted("begin", observations).observe(() -> {
            var span = tracer.currentSpan();
            trace.set(span == null ? "none" : span.context().traceId());
            work.block(PATIENCE);
        });
        return trace.get();
    }
}
