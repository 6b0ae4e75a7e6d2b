package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.ConversationId;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import fr.accueil.router.dialogue.DialogueCommand.GiveUp;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hands over what was not answered in time, whatever the reason.
@Component
class DeadlineWorker implements WorkHandler {

    private final TenantTransaction transaction;
    private final Dialogues dialogues;
    private final Settle settle;
    private final WorkQueue queue;
    private final Waits waits;
    private final Clock clock;

    DeadlineWorker(
            TenantTransaction transaction,
            Dialogues dialogues,
            Settle settle,
            WorkQueue queue,
            Waits waits,
            Clock clock) {
        this.transaction = transaction;
        this.dialogues = dialogues;
        this.settle = settle;
        this.queue = queue;
        this.waits = waits;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return OwedAnswers.DEADLINE;
    }

    @Override
    public Mono<Void> handle(LeasedWork work) {
        return dialogues
                .lock(ConversationId.of(work.key()), work.tenant())
                .flatMap(stored -> check(stored, work))
                .as(it -> transaction.in(work.tenant(), it));
    }

    private Mono<Void> check(StoredDialogue stored, LeasedWork work) {
        var dialogue = stored.dialogue();
        if (dialogue.overdue(clock.instant(), waits.deadline(work.tenant()))) {
            return settle.settle(stored, new GiveUp(HandoverReason.DEADLINE_PASSED))
                    .then(Mono.defer(() -> queue.cancel(OwedAnswers.THINK, work.key())))
                    .then(Mono.defer(() -> queue.finish(work)))
                    .then();
        }
        return dialogue.owes()
                ? queue.postpone(work, dialogue.oldestOwed().plus(waits.deadline(work.tenant())))
                : queue.finish(work).then();
    }
}
