package fr.accueil.notification.channel;

import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Tells of new channels; not from the thread that reads them, which must not wait for a database.
@Component
class NewChannelsWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NewChannelsWorker.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Channels channels;
    private final List<FollowsChannels> followers;
    private final Set<Known> told = new HashSet<>();
    private final Looking looking = new Looking();

    NewChannelsWorker(Channels channels, List<FollowsChannels> followers) {
        this.channels = channels;
        this.followers = followers;
    }

    @Override
    public void start() {
        looking.now =
                Flux.interval(LOOK).onBackpressureDrop().concatMap(_ -> tell()).subscribe();
    }

    @Override
    public void stop() {
        if (looking.now != null) {
            looking.now.dispose();
        }
        looking.now = null;
    }

    @Override
    public boolean isRunning() {
        return looking.now != null;
    }

    private Mono<Void> tell() {
        return Flux.fromIterable(channels.all())
                .map(it -> new Known(it.tenant(), it.channel()))
                .filter(it -> !told.contains(it))
                .concatMap(it -> Flux.fromIterable(followers)
                        .concatMap(follower -> follower.begin(it.tenant(), it.channel()))
                        .then(Mono.fromRunnable(() -> told.add(it))))
                .then()
                .timeout(PATIENCE)
                .onErrorResume(e -> {
                    log.warn("Work for channels waits: {}", e.toString());
                    return Mono.empty();
                });
    }

    private record Known(TenantId tenant, ChannelId channel) {}

    private static class Looking {
        volatile @Nullable Disposable now;
    }
}
