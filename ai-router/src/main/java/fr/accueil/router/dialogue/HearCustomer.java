package fr.accueil.router.dialogue;

import fr.accueil.events.Envelope;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.inbox.Inbox;
import fr.accueil.router.dialogue.DialogueCommand.Hear;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Records what a customer wrote, once, and when it must be thought about. Opt-out words will be read here, also
/// while a person leads, as soon as there is a `StopSending` to write.
@Component
class HearCustomer {

    private final TenantTransaction transaction;
    private final Inbox inbox;
    private final Dialogues dialogues;
    private final OwedAnswers owed;
    private final Voice voice;
    private final Clock clock;

    HearCustomer(
            TenantTransaction transaction,
            Inbox inbox,
            Dialogues dialogues,
            OwedAnswers owed,
            Voice voice,
            Clock clock) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.dialogues = dialogues;
        this.owed = owed;
        this.voice = voice;
        this.clock = clock;
    }

    Mono<Void> hear(Envelope envelope, MessageReceived received) {
        var tenant = envelope.requireTenant();
        return inbox.first(InboundListener.ID, envelope.id())
                .filter(Boolean::booleanValue)
                .flatMap(_ -> dialogues.lock(received.conversation(), tenant))
                .flatMap(stored -> record(stored, toHeard(envelope, received)))
                .as(work -> transaction.in(tenant, work));
    }

    private Mono<Void> record(StoredDialogue stored, Heard message) {
        var begins = stored.dialogue().waiting().isEmpty();
        return dialogues
                .save(stored, stored.dialogue().decide(new Hear(message)))
                .filter(after -> after.dialogue().owes())
                .flatMap(after -> owed.afterQuietTime(after).then(begins ? voice.type(after) : Mono.empty()));
    }

    private Heard toHeard(Envelope envelope, MessageReceived received) {
        return new Heard(
                received.message(),
                envelope.time(),
                clock.instant(),
                received.channel(),
                received.customer().address(),
                received.providerSid(),
                received.kind(),
                received.body());
    }
}
