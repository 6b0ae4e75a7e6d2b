package fr.accueil.simulator.phone;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.accueil.simulator.ledger.Media;
import fr.accueil.simulator.world.Message;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One bubble.
///
/// @param number where it stands in the chat
/// @param progress what the ticks of the customer's own message say
/// @param status Twilio's status
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageView(
        String sid,
        long number,
        Side from,
        String body,
        String type,
        List<MediaView> media,
        Map<String, String> fields,
        Instant at,
        String status,
        @Nullable String progress,
        @Nullable String contentSid,
        @Nullable String contentVariables) {

    enum Side {
        @JsonProperty("customer")
        CUSTOMER,
        @JsonProperty("business")
        BUSINESS
    }

    record MediaView(String contentType, String src) {}

    static MessageView of(Message message) {
        return new MessageView(
                message.sid(),
                message.number(),
                message.isInbound() ? Side.CUSTOMER : Side.BUSINESS,
                message.body(),
                message.type(),
                message.media().stream().map(media -> toView(media, message)).toList(),
                message.fields(),
                Objects.requireNonNullElse(message.receivedAt(), message.createdAt()),
                message.status().wire(),
                message.isInbound() ? message.progress().name().toLowerCase(Locale.ROOT) : null,
                message.contentSid(),
                message.contentVariables());
    }

    private static MediaView toView(Media media, Message message) {
        return new MediaView(
                media.contentType(),
                message.isInbound() ? "/simulator/media/" + message.sid() + "/" + media.sid() : media.url());
    }
}
