package fr.accueil.conversation.transcript;

import fr.accueil.events.AssistantEvent.Reasons;
import fr.accueil.events.Author;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.ChangeEvent.Direction;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.events.Wire;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as its columns.
record MessageRow(
        UUID id,
        String direction,
        String author,
        @Nullable String authorPerson,
        @Nullable String authorName,
        String kind,
        String body,
        Instant at,
        String status,
        @Nullable String failure,
        UUID[] answers,
        @Nullable String reasons,
        long version) {

    static MessageRow of(Message message) {
        return new MessageRow(
                message.id().value(),
                lower(message.direction()),
                lower(message.author().kind()),
                message.author().person(),
                message.author().name(),
                message.kind().wire(),
                message.body(),
                message.at(),
                lower(message.status()),
                message.failure(),
                message.answers().stream().map(MessageId::value).toArray(UUID[]::new),
                message.reasons() == null ? null : Wire.json().writeValueAsString(message.reasons()),
                message.version());
    }

    Message toMessage() {
        return new Message(
                MessageId.of(id),
                Direction.valueOf(upper(direction)),
                new Author(Author.Kind.valueOf(upper(author)), authorPerson, authorName),
                MessageKind.of(kind),
                body,
                at,
                DeliveryStatus.valueOf(upper(status)),
                failure,
                Arrays.stream(answers).map(MessageId::of).toList(),
                reasons == null ? null : Wire.json().readValue(reasons, Reasons.class),
                version,
                false,
                0,
                List.of(),
                null,
                null,
                null,
                null,
                false,
                false,
                null);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String upper(String column) {
        return column.toUpperCase(Locale.ROOT);
    }
}
