package fr.accueil.conversation.conversation;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.ChangeEvent.Contact;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ChangeEvent.Status;
import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.TenantId;
import fr.accueil.events.Wire;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation as its columns, with the card of its contact.
record ConversationRow(
        UUID tenant,
        UUID id,
        long version,
        int episode,
        @Nullable UUID channel,
        @Nullable UUID contact,
        @Nullable String contactName,
        @Nullable String contactPhone,
        @Nullable String contactAddress,
        String status,
        @Nullable String awaiting,
        String leader,
        @Nullable String leaderPerson,
        @Nullable String leaderName,
        long leaderNumber,
        long fencedNumber,
        @Nullable String lastMessage,
        int unread,
        Instant lastActivityAt,
        @Nullable Instant freeTextUntil,
        @Nullable Instant optedOutAt) {

    /// A wait that nobody asked for: who led it has left the team.
    private static final String LEADER_LEFT = "LEADER_LEFT";

    static ConversationRow of(Conversation conversation) {
        var correspondent = conversation.correspondent();
        var card = correspondent == null ? null : correspondent.card();
        var leader = conversation.lead().leader();
        var activity = conversation.activity();
        return new ConversationRow(
                conversation.tenant().value(),
                conversation.id().value(),
                conversation.version(),
                conversation.episode(),
                correspondent == null ? null : correspondent.channel().value(),
                correspondent == null ? null : correspondent.contact(),
                card == null ? null : card.name(),
                card == null ? null : card.phone(),
                card == null ? null : card.address(),
                lower(conversation.standing().status()),
                awaiting(conversation.standing()),
                lower(leader.kind()),
                leader.person(),
                leader.name(),
                conversation.lead().number(),
                conversation.fenced(),
                activity.lastMessage() == null ? null : Wire.json().writeValueAsString(activity.lastMessage()),
                activity.unread(),
                activity.lastActivityAt(),
                activity.freeTextUntil(),
                conversation.optedOutAt());
    }

    Conversation toConversation() {
        return new Conversation(
                TenantId.of(tenant),
                ConversationId.of(id),
                version,
                episode,
                standing(),
                lead(),
                fencedNumber,
                correspondent(),
                activity(),
                optedOutAt);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private Standing standing() {
        return switch (Status.valueOf(status.toUpperCase(Locale.ROOT))) {
            case NEW -> new Standing.New();
            case OPEN -> awaiting == null ? new Standing.Open() : new Standing.AwaitingPerson(reason(awaiting));
            case RESOLVED -> new Standing.Resolved();
        };
    }

    private static @Nullable String awaiting(Standing standing) {
        if (!(standing instanceof Standing.AwaitingPerson(var reason))) {
            return null;
        }
        return reason == null ? LEADER_LEFT : reason.name();
    }

    private static @Nullable HandoverReason reason(String awaiting) {
        return awaiting.equals(LEADER_LEFT) ? null : HandoverReason.valueOf(awaiting);
    }

    private Lead lead() {
        return switch (leader) {
            case "assistant" -> new Lead.ByAssistant(leaderNumber);
            case "nobody" -> new Lead.ByNobody(leaderNumber);
            default -> new Lead.ByPerson(leaderNumber, Objects.requireNonNull(leaderPerson), leaderName);
        };
    }

    private @Nullable Correspondent correspondent() {
        if (channel == null || contact == null) {
            return null;
        }
        var card = new Contact(contactName, contactPhone, Objects.requireNonNull(contactAddress));
        return new Correspondent(ChannelId.of(channel), contact, card);
    }

    private Activity activity() {
        var message = lastMessage == null ? null : Wire.json().readValue(lastMessage, Message.class);
        return new Activity(message, unread, lastActivityAt, freeTextUntil);
    }
}
