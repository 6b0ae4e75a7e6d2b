package fr.accueil.conversation.transcript;

import fr.accueil.events.MessageId;
import fr.accueil.events.TenantId;
import fr.accueil.platform.work.WorkQueue;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gives every inbound message a deadline, counted from when it was recorded: what arrives late is not late by our own
/// watch.
@Component
class Unanswered {

    static final String KIND = "unanswered";

    private final WorkQueue work;
    private final TranscriptSettings settings;
    private final Clock clock;

    Unanswered(WorkQueue work, TranscriptSettings settings, Clock clock) {
        this.work = work;
        this.settings = settings;
        this.clock = clock;
    }

    /// In the transaction that records the message.
    Mono<Void> watch(TenantId tenant, MessageId message) {
        return work.schedule(tenant, KIND, message.toString(), clock.instant().plus(settings.answerWithin()), "");
    }
}
