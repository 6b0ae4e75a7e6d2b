package fr.accueil.conversation.transcript;

import fr.accueil.events.AssistantEvent.Reasons;
import fr.accueil.events.Author;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.ChangeEvent.Direction;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ChangeEvent.Quote;
import fr.accueil.events.InboundEvent.ButtonReply;
import fr.accueil.events.InboundEvent.Location;
import fr.accueil.events.InboundEvent.Referral;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.events.OutboundEvent.Template;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as its columns. Its attachments stand in a table beside.
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
        long version,
        boolean resendable,
        int round,
        @Nullable String location,
        @Nullable String button,
        @Nullable String quote,
        @Nullable String referral,
        boolean forwarded,
        boolean recovered,
        @Nullable String template) {

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
                JsonColumn.write(message.reasons()),
                message.version(),
                message.resendable(),
                message.round(),
                JsonColumn.write(message.location()),
                JsonColumn.write(message.button()),
                JsonColumn.write(message.repliedTo()),
                JsonColumn.write(message.referral()),
                message.forwarded(),
                message.recovered(),
                JsonColumn.write(message.template()));
    }

    /// @param attachments as [Attachments#SHOWN] selects them
    Message toMessage(@Nullable String attachments) {
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
                JsonColumn.read(reasons, Reasons.class),
                version,
                resendable,
                round,
                attachments == null ? List.of() : Attachments.read(attachments),
                JsonColumn.read(location, Location.class),
                JsonColumn.read(button, ButtonReply.class),
                JsonColumn.read(quote, Quote.class),
                JsonColumn.read(referral, Referral.class),
                forwarded,
                recovered,
                JsonColumn.read(template, Template.class));
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String upper(String column) {
        return column.toUpperCase(Locale.ROOT);
    }
}
