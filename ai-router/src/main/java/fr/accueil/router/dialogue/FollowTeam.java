package fr.accueil.router.dialogue;

import fr.accueil.events.ChangeEvent.MessageChanged;
import fr.accueil.events.Envelope;
import fr.accueil.events.OutboundEvent.LeadChanged;
import fr.accueil.events.TenantId;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.router.dialogue.DialogueCommand.FollowLead;
import fr.accueil.router.dialogue.DialogueCommand.NotePerson;
import fr.accueil.router.understanding.Question.Speaker;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What the team does in a conversation: who leads it, and what a person wrote. Both only move forward, so that a
/// redelivery finds its effect there already.
@Component
class FollowTeam {

    private final TenantTransaction transaction;
    private final Dialogues dialogues;
    private final Settle settle;
    private final Transcript transcript;
    private final OwedAnswers owed;
    private final Voice voice;
    private final Clock clock;

    FollowTeam(
            TenantTransaction transaction,
            Dialogues dialogues,
            Settle settle,
            Transcript transcript,
            OwedAnswers owed,
            Voice voice,
            Clock clock) {
        this.transaction = transaction;
        this.dialogues = dialogues;
        this.settle = settle;
        this.transcript = transcript;
        this.owed = owed;
        this.voice = voice;
        this.clock = clock;
    }

    Mono<Void> lead(Envelope envelope, LeadChanged changed) {
        var tenant = envelope.requireTenant();
        return dialogues
                .lockFor(changed.conversation(), envelope)
                .flatMap(stored -> follow(stored, envelope, changed))
                .as(work -> transaction.in(tenant, work));
    }

    Mono<Void> personWrote(Envelope envelope, MessageChanged changed) {
        TenantId tenant = envelope.requireTenant();
        return dialogues
                .lockFor(changed.conversation(), envelope)
                .flatMap(stored -> note(stored, changed))
                .as(work -> transaction.in(tenant, work));
    }

    private Mono<Void> follow(StoredDialogue stored, Envelope envelope, LeadChanged changed) {
        return settle.settle(
                        stored, new FollowLead(changed.number(), changed.leader(), envelope.time(), clock.instant()))
                .filter(after -> after.version() != stored.version())
                .flatMap(this::expect);
    }

    private Mono<Void> note(StoredDialogue stored, MessageChanged changed) {
        var message = changed.message();
        return transcript
                .add(stored, message.id(), message.at(), Speaker.PERSON, message.body())
                .filter(Boolean::booleanValue)
                .map(_ -> stored.dialogue().decide(new NotePerson(message.at())))
                .filter(events -> !events.isEmpty())
                .flatMap(events -> dialogues.save(stored, events))
                .filter(after -> !after.dialogue().owes())
                .flatMap(owed::now);
    }

    private Mono<Void> expect(StoredDialogue after) {
        return owed.now(after).then(voice.type(after));
    }
}
