package fr.accueil.local.letters;

import fr.accueil.events.Reader;
import fr.accueil.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// All dead letters of a broker. They stay where they are until their topic forgets them; one that was replayed is
/// known
/// by its copy on the replay topic, which names it in a header.
final class DeadLetters {

    private static final String REPLAY_OF = "accueil-replay-of";
    private static final int PATIENCE_MS = 10_000;

    /// Kafka's headers of its own story, and of the first reader's failure: they would be added to at each replay.
    private static final String STORY = "kafka_";

    private final Map<String, Object> settings;

    DeadLetters(String bootstrap) {
        this.settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MS);
    }

    /// Oldest first.
    ///
    /// @throws IllegalStateException when the broker does not answer
    List<Letter> list() {
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var replayed = new HashSet<String>();
            var letters = new ArrayList<Letter>();
            for (var reader : Reader.values()) {
                for (var topic : reader.topics()) {
                    read(consumer, Topic.replay(topic.topic(), reader.group()), it -> remember(it, replayed));
                    read(
                            consumer,
                            Topic.deadLetters(topic.topic(), reader.group()),
                            it -> letters.add(letter(topic.topic(), reader.group(), it, replayed)));
                }
            }
            letters.sort(Comparator.comparing(Letter::at));
            return letters;
        } catch (KafkaException e) {
            throw new IllegalStateException("the broker does not answer: " + e.getMessage(), e);
        }
    }

    /// Gives letters back to the readers that failed, in the order given, and to nobody else.
    void replay(Collection<Letter> letters) {
        var publishing = Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG),
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Topic.LARGEST_DEAD_LETTER);
        try (var producer = new KafkaProducer<>(publishing, new StringSerializer(), new ByteArraySerializer())) {
            for (var letter : letters) {
                producer.send(replayOf(letter)).get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not take it: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static ProducerRecord<String, byte[]> replayOf(Letter letter) {
        var message = new ProducerRecord<>(
                Topic.replay(letter.topic(), letter.group()),
                letter.message().key(),
                letter.message().value());
        letter.message().headers().forEach(it -> {
            if (!it.key().startsWith(STORY)) {
                message.headers().add(it);
            }
        });
        message.headers().add(REPLAY_OF, letter.id().getBytes(StandardCharsets.UTF_8));
        return message;
    }

    private static Letter letter(String topic, String group, ConsumerRecord<String, byte[]> it, Set<String> replayed) {
        return new Letter(topic, group, it, replayed.contains(Letter.idOf(topic, group, it)));
    }

    private static void remember(ConsumerRecord<String, byte[]> message, Set<String> replayed) {
        var of = message.headers().lastHeader(REPLAY_OF);
        if (of != null) {
            replayed.add(new String(of.value(), StandardCharsets.UTF_8));
        }
    }

    /// From the beginning to where the end is now.
    private static void read(
            KafkaConsumer<String, byte[]> consumer, String topic, Consumer<ConsumerRecord<String, byte[]>> each) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(topic, it.partition()))
                .toList();
        var ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (ends.entrySet().stream().anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(each);
        }
    }

    static List<String> groups() {
        return Arrays.stream(Reader.values()).map(Reader::group).toList();
    }
}
