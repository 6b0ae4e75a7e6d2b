package fr.accueil.notification.reconciliation;

import fr.accueil.events.ConversationId;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.InboundEvent.Customer;
import fr.accueil.events.InboundEvent.Media;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.MessageKind;
import fr.accueil.notification.channel.Channel;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A message that never reached us, told as its webhook would have told it, as far as Twilio's list knows: it has no
/// name, no place, no button and no quotation. Under the same id, so that a webhook that comes after all changes
/// nothing. Pure.
record RecoveredMessage(Channel channel, ListedMessage listed, List<Media> media) {

    private static final URI SOURCE = URI.create("/notification-service");
    private static final Pattern PHONE = Pattern.compile("whatsapp:(\\+[1-9]\\d{6,14})");
    private static final Pattern USER_ID = Pattern.compile("whatsapp:[A-Z]{2}\\.[A-Za-z0-9.]{1,132}");

    /// Under what the customer is remembered: the phone number, else the user id, else whatever the address is.
    String identity() {
        var phone = phone();
        return phone != null ? phone : listed.from();
    }

    ConversationId newConversation() {
        return Ids.ofConversation(channel.id(), identity());
    }

    MessageReceived in(ConversationId conversation) {
        return new MessageReceived(
                Ids.ofMessage(channel.accountSid(), listed.sid()),
                conversation,
                channel.id(),
                new Customer(listed.from(), phone(), userId(), null),
                listed.sid(),
                channel.accountSid(),
                kind(),
                listed.body(),
                media,
                null,
                null,
                null,
                false,
                raw(),
                true,
                null);
    }

    Envelope seal(MessageReceived message) {
        return new Envelope(
                message.message().value(),
                SOURCE,
                listed.at(),
                message.conversation().toString(),
                channel.tenant(),
                null,
                message);
    }

    private @Nullable String phone() {
        var phone = PHONE.matcher(listed.from());
        return phone.matches() ? phone.group(1) : null;
    }

    private @Nullable String userId() {
        return USER_ID.matcher(listed.from()).matches() ? listed.from() : null;
    }

    private MessageKind kind() {
        if (!media.isEmpty()) {
            return kindOf(media.getFirst().contentType().toLowerCase(Locale.ROOT));
        }
        return listed.body().isEmpty() ? MessageKind.UNSUPPORTED : MessageKind.TEXT;
    }

    private static MessageKind kindOf(String type) {
        if (type.startsWith("image/webp")) {
            return MessageKind.STICKER;
        }
        if (type.startsWith("text/vcard") || type.startsWith("text/x-vcard")) {
            return MessageKind.CONTACT;
        }
        return switch (type.replaceFirst("/.*", "")) {
            case "image" -> MessageKind.IMAGE;
            case "audio" -> MessageKind.AUDIO;
            case "video" -> MessageKind.VIDEO;
            default -> MessageKind.DOCUMENT;
        };
    }

    private Map<String, String> raw() {
        return Map.of(
                "MessageSid", listed.sid(),
                "AccountSid", channel.accountSid(),
                "From", listed.from(),
                "To", channel.address(),
                "Body", listed.body(),
                "NumMedia", String.valueOf(media.size()));
    }
}
