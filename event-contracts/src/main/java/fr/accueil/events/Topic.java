package fr.accueil.events;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/// Every topic that there is: the one table that the broker is made from, and that a test compares it with.
/// Partitions are for life: a key must stay where it is.
public enum Topic {
    INBOUND("whatsapp.inbound.v1", Duration.ofDays(14)),
    STATUS("whatsapp.status.v1", Duration.ofDays(14)),
    OUTBOUND("whatsapp.outbound.v1", Duration.ofDays(14)),
    DELIVERY("whatsapp.delivery.v1", Duration.ofDays(14)),
    ASSISTANT("assistant.activity.v1", Duration.ofDays(14)),
    CHANGES("conversation.changes.v1", Duration.ofDays(7)),
    PRESENCE("presence.v1", Duration.ofMinutes(5)),
    TENANTS("workspace.tenants.v1"),
    CHANNELS("workspace.channels.v1"),
    TEAM("workspace.team.v1"),
    FAQS("workspace.faqs.v1"),
    SERVICES("workspace.services.v1"),
    HOURS("workspace.hours.v1"),
    BOOKINGS("workspace.bookings.v1"),
    BUSY("workspace.busy.v1"),
    IDENTITIES("whatsapp.identities.v1"),
    TEMPLATES("whatsapp.templates.v1"),
    CHANNEL_FACTS("channel.facts.v1", Duration.ofDays(14)),
    CHANNEL_REQUESTS("channel.requests.v1", Duration.ofDays(2)),
    UNROUTABLE("whatsapp.unroutable.v1", Duration.ofDays(30)),
    /// Longer than any topic or dead letter that could bring back what was erased, and than a backup may be
    /// kept.
    ERASURES("privacy.erasures.v1", Duration.ofDays(60));

    public static final int PARTITIONS = 12;

    /// Bytes: an event of the largest size that the broker takes by default, and headers that say why it is here.
    public static final int LARGEST_DEAD_LETTER = 2 * 1024 * 1024;

    public static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);

    private static final String REPLAY_SUFFIX = ".replay";

    private final String topic;
    private final Optional<Duration> retention;

    Topic(String topic, Duration retention) {
        this.topic = topic;
        this.retention = Optional.of(retention);
    }

    Topic(String topic) {
        this.topic = topic;
        this.retention = Optional.empty();
    }

    public String topic() {
        return topic;
    }

    /// How long it keeps what it is told; empty where it keeps the last word on each key.
    public Optional<Duration> retention() {
        return retention;
    }

    public boolean compacted() {
        return retention.isEmpty();
    }

    /// The topic as the broker should have it.
    ///
    /// @param replicas of each partition; 1 on a single machine, 3 in production
    public NewTopic create(int replicas) {
        return new NewTopic(topic, PARTITIONS, (short) replicas).configs(configs());
    }

    /// Where what one reader of this topic could not handle goes.
    public static String deadLetters(String topic, String group) {
        return topic + "." + group + ".dlt";
    }

    static NewTopic createDeadLetters(String topic, String group, int replicas) {
        return createBeside(deadLetters(topic, group), PARTITIONS, replicas);
    }

    /// One partition: a replay is rare, and its order is the operator's.
    static NewTopic createReplay(String topic, String group, int replicas) {
        return createBeside(replay(topic, group), 1, replicas);
    }

    private static NewTopic createBeside(String name, int partitions, int replicas) {
        return new NewTopic(name, partitions, (short) replicas)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(DEAD_LETTER_RETENTION.toMillis()),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(LARGEST_DEAD_LETTER)));
    }

    /// Where an operator puts a dead letter for its reader, and for no other, to try again.
    public static String replay(String topic, String group) {
        return topic + "." + group + REPLAY_SUFFIX;
    }

    /// The topic that a replay topic stands beside; any other name is its own.
    public static String replayed(String topic, String group) {
        var suffix = "." + group + REPLAY_SUFFIX;
        return topic.endsWith(suffix) ? topic.substring(0, topic.length() - suffix.length()) : topic;
    }

    public static Optional<Topic> named(String topic) {
        return Arrays.stream(values()).filter(it -> it.topic.equals(topic)).findFirst();
    }

    public Map<String, String> configs() {
        var configs = new HashMap<String, String>();
        retention.ifPresentOrElse(
                time -> {
                    configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
                    configs.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(time.toMillis()));
                },
                () -> configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        return Map.copyOf(configs);
    }
}
