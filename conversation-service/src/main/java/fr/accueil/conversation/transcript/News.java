package fr.accueil.conversation.transcript;

import fr.accueil.events.AssistantEvent.Reasons;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.DeliveryEvent.MessageAccepted;
import fr.accueil.events.DeliveryEvent.MessageDelayed;
import fr.accueil.events.DeliveryEvent.MessageDelivered;
import fr.accueil.events.DeliveryEvent.MessageNews;
import fr.accueil.events.DeliveryEvent.MessageRead;
import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.DeliveryEvent.MessageSent;
import org.jspecify.annotations.Nullable;

/// What is heard of an outgoing message apart from itself, and how it folds onto it: each part by its own rule that
/// only goes forward, so that neither order nor repetition matters.
///
/// @param status where its delivery stands; `queued` says nothing new
/// @param failure a French sentence, with `refused`
record News(
        DeliveryStatus status,
        @Nullable String failure,
        @Nullable String providerSid,
        @Nullable Reasons reasons) {

    static final News NONE = new News(DeliveryStatus.QUEUED, null, null, null);

    static News of(MessageNews event) {
        return switch (event) {
            case MessageAccepted accepted -> new News(DeliveryStatus.ACCEPTED, null, accepted.providerSid(), null);
            case MessageSent _ -> of(DeliveryStatus.SENT);
            case MessageDelivered _ -> of(DeliveryStatus.DELIVERED);
            case MessageRead _ -> of(DeliveryStatus.READ);
            case MessageDelayed _ -> of(DeliveryStatus.DELAYED);
            case MessageRefused refused -> new News(DeliveryStatus.REFUSED, refused.explanation(), null, null);
        };
    }

    static News of(Reasons reasons) {
        return new News(DeliveryStatus.QUEUED, null, null, reasons);
    }

    private static News of(DeliveryStatus status) {
        return new News(status, null, null, null);
    }

    /// This and what was heard later.
    News and(News later) {
        var forward = isForward(status, later.status);
        return new News(
                forward ? later.status : status,
                forward ? later.failure : failure,
                providerSid == null ? later.providerSid : providerSid,
                reasons == null ? later.reasons : reasons);
    }

    /// @return the message as it is now; the same one when this is no news to it
    Message onto(Message message) {
        var forward = isForward(message.status(), status);
        return Revision.of(message)
                .delivery(
                        message.round(),
                        forward ? status : message.status(),
                        forward ? failure : message.failure(),
                        message.resendable())
                .reasons(reasons)
                .done();
    }

    /// The constants stand in the order in which each gives way to the next, see [DeliveryStatus].
    private static boolean isForward(DeliveryStatus now, DeliveryStatus heard) {
        return heard.compareTo(now) > 0;
    }
}
