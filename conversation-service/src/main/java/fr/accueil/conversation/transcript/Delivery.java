package fr.accueil.conversation.transcript;

import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.DeliveryEvent.MessageAccepted;
import fr.accueil.events.DeliveryEvent.MessageDelayed;
import fr.accueil.events.DeliveryEvent.MessageDelivered;
import fr.accueil.events.DeliveryEvent.MessageNews;
import fr.accueil.events.DeliveryEvent.MessageRead;
import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.DeliveryEvent.MessageSent;
import fr.accueil.events.DeliveryEvent.RefusalReason;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Where the delivery of an outgoing message stands, and how what is heard folds onto it: forward only, so that neither
/// order nor repetition matters.
///
/// @param round which time the message was asked for
/// @param failure a French sentence, with `refused`
/// @param resendable with `refused`: a person may ask for it again
record Delivery(int round, DeliveryStatus status, @Nullable String failure, boolean resendable) {

    private static final Comparator<Delivery> WITHIN_A_ROUND = Comparator.comparing(Delivery::status)
            .thenComparing(Delivery::failure, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Delivery::resendable);

    static Delivery queued(int round) {
        return of(round, DeliveryStatus.QUEUED);
    }

    static Delivery of(Message message) {
        return new Delivery(message.round(), message.status(), message.failure(), message.resendable());
    }

    static Delivery of(MessageNews news) {
        return switch (news) {
            case MessageAccepted it -> of(it.round(), DeliveryStatus.ACCEPTED);
            case MessageSent it -> of(it.round(), DeliveryStatus.SENT);
            case MessageDelivered it -> of(it.round(), DeliveryStatus.DELIVERED);
            case MessageRead it -> of(it.round(), DeliveryStatus.READ);
            case MessageDelayed it -> of(it.round(), DeliveryStatus.DELAYED);
            // What the assistant drafted before a person came is not said by that person's pressing a button.
            case MessageRefused it ->
                new Delivery(
                        it.round(), DeliveryStatus.REFUSED, it.explanation(), it.reason() != RefusalReason.HUMAN_LEADS);
        };
    }

    private static Delivery of(int round, DeliveryStatus status) {
        return new Delivery(round, status, null, false);
    }

    /// This and what was heard of it. Of an earlier round only that it arrived still counts.
    Delivery and(Delivery heard) {
        if (heard.round == round) {
            return WITHIN_A_ROUND.compare(heard, this) > 0 ? heard : this;
        }
        var newer = heard.round > round ? heard : this;
        var older = heard.round > round ? this : heard;
        return older.hasArrived() && older.status.compareTo(newer.status) > 0 ? of(newer.round, older.status) : newer;
    }

    /// The assistant's draft that a person was before: it was not said and will not be.
    boolean isDropped() {
        return status == DeliveryStatus.REFUSED && !resendable;
    }

    private boolean hasArrived() {
        return status == DeliveryStatus.DELIVERED || status == DeliveryStatus.READ;
    }
}
