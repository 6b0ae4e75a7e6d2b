package fr.accueil.conversation.transcript;

import fr.accueil.events.AssistantEvent.Reasons;
import fr.accueil.events.ChangeEvent.Attachment;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ChangeEvent.Quote;
import fr.accueil.events.MessageId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message with what may change of it: its place, its delivery, what is known about it. One version up when it did.
final class Revision {

    private final Message before;
    private Instant at;
    private Delivery delivery;
    private @Nullable Reasons reasons;
    private List<MessageId> answers;
    private List<Attachment> attachments;
    private @Nullable Quote repliedTo;

    private Revision(Message before) {
        this.before = before;
        this.at = before.at();
        this.delivery = Delivery.of(before);
        this.reasons = before.reasons();
        this.answers = before.answers();
        this.attachments = before.attachments();
        this.repliedTo = before.repliedTo();
    }

    static Revision of(Message message) {
        return new Revision(message);
    }

    Revision at(Instant at) {
        this.at = at;
        return this;
    }

    Revision delivery(Delivery delivery) {
        this.delivery = delivery;
        return this;
    }

    /// The first ones stand.
    Revision reasons(@Nullable Reasons reasons) {
        this.reasons = this.reasons == null ? reasons : this.reasons;
        return this;
    }

    Revision answers(List<MessageId> answers) {
        this.answers = answers;
        return this;
    }

    Revision attachments(List<Attachment> attachments) {
        this.attachments = attachments;
        return this;
    }

    Revision repliedTo(Quote quote) {
        this.repliedTo = quote;
        return this;
    }

    /// @return the same message when nothing has changed
    Message done() {
        var same = toMessage(before.version());
        return same.equals(before) ? before : toMessage(before.version() + 1);
    }

    private Message toMessage(long version) {
        return new Message(
                before.id(),
                before.direction(),
                before.author(),
                before.kind(),
                before.body(),
                at,
                delivery.status(),
                delivery.failure(),
                answers,
                reasons,
                version,
                delivery.resendable(),
                delivery.round(),
                attachments,
                before.location(),
                before.button(),
                repliedTo,
                before.referral(),
                before.forwarded(),
                before.recovered(),
                before.template());
    }
}
