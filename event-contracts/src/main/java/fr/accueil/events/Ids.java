package fr.accueil.events;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How identifiers are made. What comes from outside has an id computed from what it is, so that a webhook, its retry
/// and its recovery are one event; what we originate is a UUIDv7.
public final class Ids {

    private static final TimeBasedEpochGenerator TIME_ORDERED = Generators.timeBasedEpochGenerator();

    /// The namespace of all of Accueil's computed ids. Frozen: changing it would make every retry a new message.
    private static final UUID NAMESPACE = UUID.fromString("b3e1f0a2-6d0c-5c57-9a51-4b1e3a0f7c11");

    private Ids() {}

    /// A new UUIDv7.
    public static UUID next() {
        return TIME_ORDERED.generate();
    }

    /// The id of a received message and of its `MessageReceived`.
    public static MessageId ofMessage(String accountSid, String messageSid) {
        return new MessageId(computed(NAMESPACE, "message", accountSid, messageSid));
    }

    /// The id of a delivery report: one per message, status and error, however often Twilio repeats it.
    public static UUID ofStatus(String messageSid, String status, @Nullable String errorCode) {
        return computed(NAMESPACE, "status", messageSid, status, errorCode == null ? "" : errorCode);
    }

    /// The id of a conversation: our channel and the customer as ingest knows them.
    public static ConversationId ofConversation(ChannelId channel, String customer) {
        return new ConversationId(computed(channel.value(), "conversation", customer));
    }

    /// An id that follows from its parts: the same parts give the same id, anywhere, at any time.
    public static UUID computed(UUID namespace, String... parts) {
        return Generators.nameBasedGenerator(namespace).generate(String.join("\u001f", parts));
    }
}
