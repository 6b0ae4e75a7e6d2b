package fr.accueil.conversation.transcript;

import fr.accueil.events.AssistantEvent.Reasons;
import fr.accueil.events.ChangeEvent.Message;
import org.jspecify.annotations.Nullable;

/// What is heard of an outgoing message apart from itself: each part folds by its own rule that only goes forward.
///
/// @param delivery `queued` in round 0 says nothing new
record News(Delivery delivery, @Nullable Reasons reasons) {

    static final News NONE = new News(Delivery.queued(0), null);

    static News of(Delivery delivery) {
        return new News(delivery, null);
    }

    static News of(Reasons reasons) {
        return new News(Delivery.queued(0), reasons);
    }

    /// This and what was heard later.
    News and(News later) {
        return new News(delivery.and(later.delivery), reasons == null ? later.reasons : reasons);
    }

    /// @return the message as it is now; the same one when this is no news to it
    Message onto(Message message) {
        return Revision.of(message)
                .delivery(Delivery.of(message).and(delivery))
                .reasons(reasons)
                .done();
    }
}
