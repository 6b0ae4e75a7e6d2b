package fr.accueil.router.dialogue;

import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.MessageId;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.inbox.Inbox;
import fr.accueil.router.dialogue.DialogueCommand.Hear;
import fr.accueil.router.dialogue.DialogueCommand.HearStart;
import fr.accueil.router.dialogue.DialogueCommand.HearStop;
import fr.accueil.router.understanding.KeyWord;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Records what a customer wrote, once, and when it must be thought about. STOP and START are heeded at once, whoever
/// leads.
@Component
class HearCustomer {

    private final TenantTransaction transaction;
    private final Inbox inbox;
    private final Dialogues dialogues;
    private final Settle settle;
    private final OwedAnswers owed;
    private final Voice voice;
    private final Clock clock;

    HearCustomer(
            TenantTransaction transaction,
            Inbox inbox,
            Dialogues dialogues,
            Settle settle,
            OwedAnswers owed,
            Voice voice,
            Clock clock) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.dialogues = dialogues;
        this.settle = settle;
        this.owed = owed;
        this.voice = voice;
        this.clock = clock;
    }

    Mono<Void> hear(Envelope envelope, MessageReceived received) {
        var tenant = envelope.requireTenant();
        return inbox.first(InboundListener.ID, envelope.id())
                .filter(Boolean::booleanValue)
                .flatMap(_ -> dialogues.lockFor(received.conversation(), envelope))
                .flatMap(stored -> hear(stored, toCommand(envelope, received)))
                .as(work -> transaction.in(tenant, work));
    }

    private Mono<Void> hear(StoredDialogue stored, DialogueCommand command) {
        var begins = stored.dialogue().waiting().isEmpty();
        return settle.settle(stored, command)
                .flatMap(after -> owed.afterQuietTime(after).then(begins ? voice.type(after) : Mono.empty()));
    }

    private DialogueCommand toCommand(Envelope envelope, MessageReceived received) {
        var message = toHeard(envelope, received);
        return keyWord(received)
                .<DialogueCommand>map(word -> switch (word.meaning()) {
                    case STOP -> new HearStop(message, message.body(), word.language(), MessageId.of(Ids.next()));
                    case START -> new HearStart(message, word.language(), MessageId.of(Ids.next()));
                })
                .orElseGet(() -> new Hear(message));
    }

    /// A button may say it by its label, or by the id that it was made with.
    private static Optional<KeyWord> keyWord(MessageReceived received) {
        var button = received.button();
        return KeyWord.in(wordsOf(received)).or(() -> button == null ? Optional.empty() : KeyWord.in(button.payload()));
    }

    private Heard toHeard(Envelope envelope, MessageReceived received) {
        return new Heard(
                received.message(),
                envelope.time(),
                clock.instant(),
                received.channel(),
                Storable.text(received.customer().address()),
                Storable.text(received.providerSid()),
                received.kind(),
                Storable.text(wordsOf(received)),
                received.button() == null
                        ? null
                        : Storable.text(received.button().payload()),
                false);
    }

    private static String wordsOf(MessageReceived received) {
        var label = received.button() == null ? null : received.button().text();
        return received.body().isBlank() && label != null ? label : received.body();
    }
}
