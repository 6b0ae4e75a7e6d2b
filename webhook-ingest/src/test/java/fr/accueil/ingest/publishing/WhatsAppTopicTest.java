package fr.accueil.ingest.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.Topic;
import fr.accueil.events.UnroutableEvent.MessageUnroutable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaProducerException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class WhatsAppTopicTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    @SuppressWarnings("unchecked")
    private final KafkaTemplate<String, byte[]> kafka = mock(KafkaTemplate.class);

    private final WhatsAppTopic topic = new WhatsAppTopic(kafka, new PublishingSettings(PATIENCE));
    private final WhatsAppTopic patient = new WhatsAppTopic(kafka, new PublishingSettings(Duration.ofSeconds(30)));

    @AfterEach
    void stop() {
        topic.destroy();
        patient.destroy();
    }

    @Test
    void is_done_only_when_kafka_has_acknowledged() {
        var acknowledged = new CompletableFuture<SendResult<String, byte[]>>();
        when(kafka.send(anyString(), anyString(), any())).thenReturn(acknowledged);

        StepVerifier.create(publishOn(patient))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(50))
                .then(() -> acknowledged.complete(mock()))
                .verifyComplete();
    }

    @Test
    void gives_up_in_time_when_kafka_never_acknowledges() {
        when(kafka.send(anyString(), anyString(), any())).thenReturn(new CompletableFuture<>());

        StepVerifier.create(publish()).verifyError(NotPublished.class);
    }

    @Test
    void says_so_when_the_producer_gave_up() {
        when(kafka.send(anyString(), anyString(), any()))
                .thenReturn(CompletableFuture.failedFuture(
                        new KafkaProducerException(mock(), "given up", new TimeoutException("2 s"))));

        StepVerifier.create(publish()).verifyError(NotPublished.class);
    }

    @Test
    void a_record_that_kafka_never_takes_is_not_called_kafkas_absence() {
        when(kafka.send(anyString(), anyString(), any()))
                .thenReturn(CompletableFuture.failedFuture(
                        new KafkaProducerException(mock(), "no", new RecordTooLargeException())));

        StepVerifier.create(publish()).verifyError(KafkaProducerException.class);
    }

    /// The producer waits in `send` itself for metadata and buffer: the caller's thread must not.
    @Test
    void a_send_that_blocks_holds_up_neither_the_caller_nor_the_answer() {
        var released = new CountDownLatch(1);
        when(kafka.send(anyString(), anyString(), any())).thenAnswer(_ -> {
            await(released);
            return CompletableFuture.completedFuture(mock());
        });

        var started = Instant.now();
        StepVerifier.create(Flux.range(0, 100)
                        .flatMap(_ -> publish().materialize(), 100)
                        .collectList())
                .assertNext(all -> assertThat(all)
                        .hasSize(100)
                        .allSatisfy(it -> assertThat(it.getThrowable()).isInstanceOf(NotPublished.class)))
                .verifyComplete();
        assertThat(Duration.between(started, Instant.now())).isLessThan(PATIENCE.multipliedBy(12));
        released.countDown();
    }

    /// As the producer behaves when it is interrupted.
    private static void await(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private Mono<Void> publish() {
        return publishOn(topic);
    }

    private static Mono<Void> publishOn(WhatsAppTopic topic) {
        var event = new MessageUnroutable("whatsapp:+33199000099", "AC1", "SM1", Map.of());
        var envelope =
                new Envelope(Ids.next(), URI.create("/webhook-ingest"), Instant.EPOCH, event.to(), null, null, event);
        return topic.publish(Topic.UNROUTABLE, event.to(), envelope);
    }
}
