package fr.accueil.platform.kafka;

import fr.accueil.events.Topic;
import fr.accueil.platform.logging.LogContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.annotation.KafkaListenerAnnotationBeanPostProcessor.AnnotationEnhancer;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.kafka.support.converter.RecordMessageConverter;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/// The one place that knows back-off and dead letters.
@AutoConfiguration(beforeName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@ConditionalOnClass(KafkaTemplate.class)
public class KafkaListenersAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(KafkaListenersAutoConfiguration.class);

    /// The same error three times while database and broker answer: poison.
    private static final long RETRIES = 2;

    /// There is time, and a letter is its event and some headers more.
    private static final Map<String, Object> LETTERS = Map.of(
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            20_000,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            Topic.LARGEST_DEAD_LETTER);

    private static final long RETRY_AFTER_MS = 300;
    private static final long MAX_WAIT_MS = 5_000;

    @Bean
    RecordMessageConverter envelopeConverter() {
        return new EnvelopeConverter();
    }

    @Bean
    static AnnotationEnhancer replayTopics() {
        return new ReplayTopics();
    }

    @Bean
    CommonErrorHandler listenerErrors(ProducerFactory<Object, Object> producers, MeterRegistry meters) {
        var letters = new KafkaTemplate<>(producers, LETTERS);
        var recoverer = new DeadLetterPublishingRecoverer(letters, (message, failure) -> {
            var group = group();
            var topic = Topic.replayed(message.topic(), group);
            meters.counter("accueil.dead.letters", "topic", topic, "group", group)
                    .increment();
            log.error("Dead letter of {} for {}", topic, group, failure);
            return new TopicPartition(Topic.deadLetters(topic, group), partitionOf(message, topic));
        });
        // The reason stands in the headers; a stack trace would make large letters too large.
        recoverer.excludeHeader(HeaderNames.HeadersToAdd.EX_STACKTRACE);
        recoverer.setFailIfSendResultIsError(true);
        var handler = new DefaultErrorHandler(recoverer);
        handler.setBackOffFunction((_, failure) -> backOff(failure));
        handler.setRetryListeners((message, failure, attempt) -> log.warn(
                "{} waits at {}-{} (attempt {}): {}",
                group(),
                message.topic(),
                message.partition(),
                attempt,
                rootOf(failure)));
        return handler;
    }

    @Bean
    RecordInterceptor<Object, Object> forgetsWhoseEventItWas() {
        return new RecordInterceptor<>() {
            @Override
            public ConsumerRecord<Object, Object> intercept(
                    ConsumerRecord<Object, Object> message, Consumer<Object, Object> consumer) {
                return message;
            }

            @Override
            public void afterRecord(ConsumerRecord<Object, Object> message, Consumer<Object, Object> consumer) {
                LogContext.clear();
            }
        };
    }

    @Bean
    CompactedCopies compactedCopies(KafkaProperties properties, MeterRegistry meters) {
        return new CompactedCopies(properties.buildConsumerProperties(), meters);
    }

    /// Part of readiness: a service that has not read its copies to the end does not know its tenants yet.
    @Bean("copies")
    HealthIndicator copies(CompactedCopies copies) {
        return () -> copies.ready()
                ? Health.up().build()
                : Health.outOfService().withDetail("unread", copies.unread()).build();
    }

    /// A replay has one partition only; negative: the producer chooses by the key.
    private static int partitionOf(ConsumerRecord<?, ?> message, String topic) {
        return message.topic().equals(topic) ? message.partition() : -1;
    }

    private static BackOff backOff(Exception failure) {
        if (Failures.isUnreadable(failure)) {
            return new FixedBackOff(0, 0);
        }
        if (Failures.isOfWhatWeStandOn(failure)) {
            var patient = new ExponentialBackOff(RETRY_AFTER_MS, 2);
            patient.setMaxInterval(MAX_WAIT_MS);
            return patient;
        }
        return new FixedBackOff(RETRY_AFTER_MS, RETRIES);
    }

    private static String group() {
        return Objects.requireNonNullElse(KafkaUtils.getConsumerGroupId(), "none");
    }

    private static String rootOf(@Nullable Throwable failure) {
        return String.valueOf(failure == null ? null : NestedExceptionUtils.getMostSpecificCause(failure));
    }
}
