package fr.accueil.events;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Who reads which topic with a consumer group, and so has dead letters of it. Readers of compacted topics and the
/// gateway read without a group and are not here.
public enum Reader {
    CONVERSATION_SERVICE("conversation-service", Topic.INBOUND, Topic.OUTBOUND, Topic.DELIVERY, Topic.ASSISTANT),
    AI_ROUTER("ai-router", Topic.INBOUND, Topic.CHANGES),
    NOTIFICATION_SERVICE("notification-service", Topic.OUTBOUND, Topic.STATUS, Topic.INBOUND, Topic.CHANGES);

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

    /// The names of all dead-letter topics.
    public static Stream<String> deadLetters() {
        return Arrays.stream(values())
                .flatMap(it -> it.topics.stream().map(topic -> Topic.deadLetters(topic.topic(), it.group)));
    }
}
