package fr.accueil.gateway.stream;

import fr.accueil.events.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/// How the feed reaches Kafka.
@Component
class FeedConnection {

    private static final int TIMEOUT_MS = 5_000;
    private static final int EPOCH_LENGTH = 8;

    private final ConsumerFactory<?, ?> consumers;
    private final KafkaAdmin admins;
    private final StreamSettings settings;

    FeedConnection(ConsumerFactory<?, ?> consumers, KafkaAdmin admins, StreamSettings settings) {
        this.consumers = consumers;
        this.admins = admins;
        this.settings = settings;
    }

    /// One that belongs to no group and says so when what it should read is gone.
    Consumer<String, byte[]> consumer() {
        var properties = new HashMap<>(consumers.getConfigurationProperties());
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    Checkup checkup() {
        var properties = new HashMap<>(admins.getConfigurationProperties());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        return new Checkup(Admin.create(properties), settings.checkup().toNanos());
    }

    /// Asks the broker from time to time, without ever waiting, whether it answers and whether the topic is still the
    /// same.
    static final class Checkup implements AutoCloseable {

        private final Admin admin;
        private final long everyNanos;
        private long askedAt = System.nanoTime();
        private @Nullable KafkaFuture<Map<String, TopicDescription>> asked;
        private boolean answers = true;

        private Checkup(Admin admin, long everyNanos) {
            this.admin = admin;
            this.everyNanos = everyNanos;
        }

        /// Waits for the answer.
        String epoch() {
            return epochIn(ask());
        }

        boolean answers() {
            return answers;
        }

        boolean stillAt(String epoch) {
            var pending = asked;
            if (pending == null) {
                if (System.nanoTime() - askedAt > everyNanos) {
                    askedAt = System.nanoTime();
                    asked = ask();
                }
                return true;
            }
            return !pending.isDone() || sameIn(pending, epoch);
        }

        @Override
        public void close() {
            admin.close();
        }

        private boolean sameIn(KafkaFuture<Map<String, TopicDescription>> answer, String epoch) {
            asked = null;
            try {
                var same = epochIn(answer).equals(epoch);
                answers = true;
                return same;
            } catch (KafkaException _) {
                answers = false;
                return true;
            }
        }

        private KafkaFuture<Map<String, TopicDescription>> ask() {
            return admin.describeTopics(List.of(Topic.CHANGES.topic())).allTopicNames();
        }

        private static String epochIn(KafkaFuture<Map<String, TopicDescription>> answer) {
            try {
                var description = answer.get().get(Topic.CHANGES.topic());
                if (description == null) {
                    throw new KafkaException("the broker does not describe " + Topic.CHANGES.topic());
                }
                return description.topicId().toString().substring(0, EPOCH_LENGTH);
            } catch (ExecutionException e) {
                throw new KafkaException("the broker does not describe " + Topic.CHANGES.topic(), e.getCause());
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }
}
