package fr.accueil.conversation.optout;

import fr.accueil.conversation.conversation.ChangeConversation;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.ConversationCommand.RecordOptOut;
import fr.accueil.events.Envelope;
import fr.accueil.events.OutboundEvent.ResumeSending;
import fr.accueil.events.OutboundEvent.StopSending;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Enters in the ledger that a customer wants no more messages, or wants them again, and lets the conversation show it.
/// In the transaction that holds the conversation's lock.
@Component
public class HearOptOut {

    private final Ledger ledger;
    private final ChangeConversation change;

    HearOptOut(Ledger ledger, ChangeConversation change) {
        this.ledger = ledger;
        this.change = change;
    }

    public Mono<Conversation> stop(Conversation conversation, Envelope envelope, StopSending stop) {
        var entry = new Ledger.Entry(
                envelope.id(),
                conversation.id().value(),
                stop.to(),
                "stop",
                envelope.time().truncatedTo(ChronoUnit.MICROS),
                stop.word(),
                null,
                stop.requestedBy().value());
        return enter(conversation, entry);
    }

    public Mono<Conversation> resume(Conversation conversation, Envelope envelope, ResumeSending resume) {
        var entry = new Ledger.Entry(
                envelope.id(),
                conversation.id().value(),
                resume.to(),
                "resume",
                envelope.time().truncatedTo(ChronoUnit.MICROS),
                null,
                resume.reason().name().toLowerCase(Locale.ROOT),
                resume.requestedBy().value());
        return enter(conversation, entry);
    }

    private Mono<Conversation> enter(Conversation conversation, Ledger.Entry entry) {
        return ledger.add(entry)
                .then(Mono.defer(() -> ledger.findStopped(conversation.id())))
                .flatMap(since -> change.change(conversation, new RecordOptOut(since.orElse(null)), entry.id()));
    }
}
