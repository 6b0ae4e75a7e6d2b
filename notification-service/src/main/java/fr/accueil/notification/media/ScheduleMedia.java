package fr.accueil.notification.media;

import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.TenantId;
import fr.accueil.platform.work.WorkQueue;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Notes what came with a message, one work for each. Joins the listener's transaction.
@Component
public class ScheduleMedia {

    static final String KIND = "media";

    private final Media media;
    private final WorkQueue work;
    private final Clock clock;

    ScheduleMedia(Media media, WorkQueue work, Clock clock) {
        this.media = media;
        this.work = work;
        this.clock = clock;
    }

    public Mono<Void> schedule(TenantId tenant, MessageReceived message) {
        return Flux.range(0, message.media().size())
                .concatMap(number -> schedule(tenant, message, number))
                .then();
    }

    private Mono<Void> schedule(TenantId tenant, MessageReceived message, int number) {
        var now = clock.instant();
        return media.add(tenant, message, number, now)
                .filter(isNew -> isNew)
                .flatMap(
                        _ -> work.schedule(tenant, KIND, new MediumKey(message.message(), number).toString(), now, ""));
    }
}
