package fr.accueil.conversation;

import fr.accueil.events.Author;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.ChangeEvent.Direction;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import java.time.Instant;
import java.util.List;

/// Messages for tests of what is pure.
public final class Said {

    private Said() {}

    public static Message text(Author author, String body, Instant at) {
        var inbound = author.kind() == Author.Kind.CUSTOMER;
        return new Message(
                MessageId.of(Ids.next()),
                inbound ? Direction.INBOUND : Direction.OUTBOUND,
                author,
                MessageKind.TEXT,
                body,
                at,
                inbound ? DeliveryStatus.RECEIVED : DeliveryStatus.QUEUED,
                null,
                List.of(),
                null,
                1,
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
}
