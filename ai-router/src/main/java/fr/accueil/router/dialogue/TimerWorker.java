package fr.accueil.router.dialogue;

import fr.accueil.events.BookingId;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import fr.accueil.platform.work.WorkQueue.Finish;
import fr.accueil.router.dialogue.DialogueCommand.ExpireFlow;
import fr.accueil.router.dialogue.DialogueCommand.ExpireHold;
import fr.accueil.router.dialogue.DialogueCommand.NoteUnattended;
import fr.accueil.router.dialogue.DialogueCommand.StopWaiting;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells a dialogue that its time has come.
@Component
class TimerWorker implements WorkHandler {

    private final TenantTransaction transaction;
    private final Dialogues dialogues;
    private final Surroundings surroundings;
    private final Settle settle;
    private final OwedAnswers owed;
    private final Timers timers;
    private final WorkQueue queue;
    private final Clock clock;

    TimerWorker(
            TenantTransaction transaction,
            Dialogues dialogues,
            Surroundings surroundings,
            Settle settle,
            OwedAnswers owed,
            Timers timers,
            WorkQueue queue,
            Clock clock) {
        this.transaction = transaction;
        this.dialogues = dialogues;
        this.surroundings = surroundings;
        this.settle = settle;
        this.owed = owed;
        this.timers = timers;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Timers.KIND;
    }

    @Override
    public Mono<Void> handle(LeasedWork work) {
        return dialogues
                .lock(Timer.conversation(work.key()), work.tenant())
                .flatMap(stored -> ring(stored, work))
                .as(it -> transaction.in(work.tenant(), it));
    }

    private Mono<Void> ring(StoredDialogue stored, LeasedWork work) {
        var timer = Timer.of(work.key());
        var now = clock.instant();
        var open = timers.nextOpen(stored.tenant(), now);
        return timer == Timer.UNATTENDED && open.isAfter(now)
                ? queue.postpone(work, timers.unattendedAt(stored.tenant()))
                : act(stored, command(timer, stored, work), work);
    }

    private DialogueCommand command(Timer timer, StoredDialogue stored, LeasedWork work) {
        return switch (timer) {
            case PATIENCE -> new StopWaiting(surroundings.agenda(stored));
            case HOLD -> new ExpireHold(BookingId.of(work.payload()));
            case FLOW -> new ExpireFlow();
            case UNATTENDED -> new NoteUnattended(surroundings.agenda(stored));
        };
    }

    /// The work ends first: what is decided may set the same timer anew.
    private Mono<Void> act(StoredDialogue stored, DialogueCommand command, LeasedWork work) {
        return queue.finish(work)
                .filter(Finish.DONE::equals)
                .flatMap(_ -> settle.settle(stored, command))
                .filter(after -> after.version() != stored.version())
                .flatMap(after -> owed.now(after));
    }
}
