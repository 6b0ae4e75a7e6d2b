package fr.accueil.router.dialogue;

import fr.accueil.events.ConversationId;
import fr.accueil.platform.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// When the assistant must think, and by when it must have answered. Inside the transaction that made it so.
@Component
class OwedAnswers {

    static final String THINK = "think";
    static final String DEADLINE = "deadline";

    private final WorkQueue queue;
    private final Waits waits;
    private final Clock clock;

    OwedAnswers(WorkQueue queue, Waits waits, Clock clock) {
        this.queue = queue;
        this.waits = waits;
        this.clock = clock;
    }

    /// The assistant thinks once the customer has been quiet, if there is something to think about.
    Mono<Void> afterQuietTime(StoredDialogue stored) {
        if (!stored.dialogue().owes()) {
            return withoutDeadline(stored);
        }
        var now = clock.instant();
        var quiet = now.plus(waits.quiet(stored.tenant()));
        var atMost = stored.dialogue().oldestOwed().plus(waits.quietAtMost(stored.tenant()));
        return expect(stored, latest(now, earliest(quiet, atMost)));
    }

    /// The assistant thinks at once, if it is its turn: the customer has waited enough.
    Mono<Void> now(StoredDialogue stored) {
        return stored.dialogue().owes() ? expect(stored, clock.instant()) : withoutDeadline(stored);
    }

    /// Nobody waits for the assistant, though it may have to read whether an opt-out is lifted.
    private Mono<Void> withoutDeadline(StoredDialogue stored) {
        var key = stored.conversation().toString();
        var think = stored.dialogue().weighs()
                ? queue.schedule(stored.tenant(), THINK, key, clock.instant().plus(waits.quiet(stored.tenant())), "")
                : queue.cancel(THINK, key);
        return think.then(settled(stored.conversation()));
    }

    /// What waits for the agenda's answer keeps its deadline; what is settled has none.
    Mono<StoredDialogue> kept(StoredDialogue after) {
        return (after.dialogue().owes() ? Mono.<Void>empty() : settled(after.conversation())).thenReturn(after);
    }

    /// The work that settled it ends itself; the deadline goes with it.
    Mono<Void> settled(ConversationId conversation) {
        return queue.cancel(DEADLINE, conversation.toString());
    }

    private Mono<Void> expect(StoredDialogue stored, Instant due) {
        var key = stored.conversation().toString();
        var deadline = stored.dialogue().oldestOwed().plus(waits.deadline(stored.tenant()));
        return queue.schedule(stored.tenant(), THINK, key, due, "")
                .then(queue.hasten(stored.tenant(), DEADLINE, key, deadline, ""));
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }
}
