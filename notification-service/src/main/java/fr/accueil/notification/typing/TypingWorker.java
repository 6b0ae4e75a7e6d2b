package fr.accueil.notification.typing;

import fr.accueil.events.OutboundEvent.ShowTyping;
import fr.accueil.events.TenantId;
import fr.accueil.events.Wire;
import fr.accueil.notification.channel.Channels;
import fr.accueil.notification.delivery.WhatsApp;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Shows "typing…" once, if it is still worth it. Best effort: it is tried once, and its failure is only counted.
@Component
class TypingWorker implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(TypingWorker.class);

    private final Channels channels;
    private final WhatsApp whatsApp;
    private final WorkQueue work;
    private final TenantTransaction transaction;
    private final Clock clock;

    TypingWorker(Channels channels, WhatsApp whatsApp, WorkQueue work, TenantTransaction transaction, Clock clock) {
        this.channels = channels;
        this.whatsApp = whatsApp;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return ScheduleTyping.KIND;
    }

    @Override
    public Duration lease() {
        return Duration.ofSeconds(10);
    }

    @Override
    public int concurrency() {
        return 8;
    }

    @Override
    public Mono<Void> handle(LeasedWork leased) {
        var show = Wire.json().readValue(leased.payload(), ShowTyping.class);
        return show(leased.tenant(), show)
                .onErrorResume(WhatsApp.TypingNotShown.class, e -> {
                    log.debug("Typing was not shown: {}", e.getMessage());
                    return Mono.empty();
                })
                .then(transaction.in(leased.tenant(), work.finish(leased)))
                .then();
    }

    private Mono<Void> show(TenantId tenant, ShowTyping show) {
        return Mono.justOrEmpty(channels.find(tenant, show.channel()))
                .filter(_ -> clock.instant().isBefore(show.until()))
                .flatMap(channel -> whatsApp.requestTyping(channel, show.providerSid()));
    }
}
