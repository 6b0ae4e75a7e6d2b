package fr.accueil.notification.typing;

import fr.accueil.events.ConversationId;
import fr.accueil.events.Envelope;
import fr.accueil.events.OutboundEvent.ShowTyping;
import fr.accueil.events.Wire;
import fr.accueil.platform.work.WorkQueue;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Notes that a phone should show "typing…": for the worker, and only while it is worth something. Joins the listener's
/// transaction.
@Component
public class ScheduleTyping {

    static final String KIND = "typing";

    private final WorkQueue work;
    private final Clock clock;

    ScheduleTyping(WorkQueue work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public Mono<Void> begin(Envelope envelope, ShowTyping show) {
        return show.until().isBefore(clock.instant())
                ? Mono.empty()
                : work.schedule(
                        envelope.requireTenant(),
                        KIND,
                        show.conversation().toString(),
                        clock.instant(),
                        Wire.json().writeValueAsString(show));
    }

    /// What is being sent needs no announcement any more.
    public Mono<Void> end(ConversationId conversation) {
        return work.cancel(KIND, conversation.toString());
    }
}
