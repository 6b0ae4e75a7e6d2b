package fr.accueil.events;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/// Who reads which topic with a consumer group, and so has dead letters of it. Readers of compacted topics and the
/// gateway read without a group and are not here.
public enum Reader {
    CONVERSATION_SERVICE(
            "conversation-service",
            Topic.INBOUND,
            Topic.OUTBOUND,
            Topic.DELIVERY,
            Topic.ASSISTANT,
            Topic.CHANNEL_FACTS,
            Topic.ERASURES),
    AI_ROUTER("ai-router", Topic.INBOUND, Topic.CHANGES, Topic.ERASURES),
    NOTIFICATION_SERVICE(
            "notification-service",
            Topic.OUTBOUND,
            Topic.STATUS,
            Topic.INBOUND,
            Topic.CHANGES,
            Topic.CHANNEL_FACTS,
            Topic.CHANNEL_REQUESTS,
            Topic.ERASURES);

    private final String group;
    private final List<Topic> topics;

    Reader(String group, Topic... topics) {
        this.group = group;
        this.topics = List.of(topics);
    }

    public String group() {
        return group;
    }

    public List<Topic> topics() {
        return topics;
    }

    /// The dead-letter and replay topics that stand beside the table's own.
    ///
    /// @param replicas of each partition
    public static Stream<NewTopic> createBeside(int replicas) {
        return Arrays.stream(values())
                .flatMap(it -> it.topics.stream()
                        .flatMap(topic -> Stream.of(
                                Topic.createDeadLetters(topic.topic(), it.group, replicas),
                                Topic.createReplay(topic.topic(), it.group, replicas))));
    }

    /// The names of all topics that [#createBeside] makes.
    public static Stream<String> beside() {
        return createBeside(1).map(NewTopic::name);
    }
}
