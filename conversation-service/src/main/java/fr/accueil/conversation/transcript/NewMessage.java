package fr.accueil.conversation.transcript;

import fr.accueil.events.Author;
import fr.accueil.events.ChangeEvent.Attachment;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.ChangeEvent.Direction;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ChangeEvent.Quote;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.events.OutboundEvent.Template;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Messages as they are born. How they change is [Revision]'s.
final class NewMessage {

    private static final long FIRST = 1;

    private NewMessage() {}

    /// What a customer wrote.
    static Message received(
            MessageReceived received, Instant at, List<Attachment> attachments, @Nullable Quote repliedTo) {
        return new Message(
                received.message(),
                Direction.INBOUND,
                Author.customer(received.customer().profileName()),
                received.kind(),
                received.body(),
                at.truncatedTo(ChronoUnit.MICROS),
                DeliveryStatus.RECEIVED,
                null,
                List.of(),
                null,
                FIRST,
                false,
                0,
                attachments,
                received.location(),
                received.button(),
                repliedTo,
                received.referral(),
                received.forwarded(),
                received.recovered(),
                null);
    }

    /// What is written to a customer.
    ///
    /// @param template that it is sent by; `body` is then how it reads
    static Message written(
            MessageId id,
            Author author,
            String body,
            Instant at,
            List<MessageId> answers,
            int round,
            @Nullable Template template) {
        return new Message(
                id,
                Direction.OUTBOUND,
                author,
                MessageKind.TEXT,
                body,
                at.truncatedTo(ChronoUnit.MICROS),
                DeliveryStatus.QUEUED,
                null,
                answers,
                null,
                FIRST,
                false,
                round,
                List.of(),
                null,
                null,
                null,
                null,
                false,
                false,
                template);
    }
}
