package fr.accueil.ingest.twilio;

import fr.accueil.events.ConversationId;
import fr.accueil.events.MessageId;
import fr.accueil.ingest.identity.WhatsAppIdentity;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/// What became of one attempt to send one part of a message: the parameters say what, the query of the callback address
/// (which we wrote, and which the signature covers) says of which. A callback to an address that is not ours names no
/// message.
record DeliveryStatusForm(TwilioForm form, MultiValueMap<String, String> query) {

    static DeliveryStatusForm of(ReceivedWebhook webhook) {
        return new DeliveryStatusForm(
                webhook.form(),
                UriComponentsBuilder.fromUriString(webhook.url()).build().getQueryParams());
    }

    String sid() {
        return form.find("MessageSid").or(() -> form.find("SmsSid")).orElse("");
    }

    String status() {
        return form.text("MessageStatus");
    }

    Optional<String> errorCode() {
        return form.find("ErrorCode");
    }

    Optional<String> errorMessage() {
        return form.find("ErrorMessage").or(() -> form.find("ChannelStatusMessage"));
    }

    Optional<ConversationId> conversation() {
        return id("conversation", ConversationId::of);
    }

    Optional<MessageId> message() {
        return id("message", MessageId::of);
    }

    int part() {
        return parameter("part")
                .filter(it -> it.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    Optional<String> attempt() {
        return parameter("attempt");
    }

    WhatsAppIdentity recipient() {
        return WhatsAppIdentity.of(form.text("To"), form.find("ExternalUserId"));
    }

    private <T> Optional<T> id(String name, Function<UUID, T> type) {
        return parameter(name).flatMap(DeliveryStatusForm::uuid).map(type);
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(query.getFirst(name)).filter(it -> !it.isBlank());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
