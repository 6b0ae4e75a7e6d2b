package fr.accueil.gateway.stream;

import java.time.Instant;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What time does to open streams: heartbeats, tokens that end, and browsers that do not even read their last bytes.
@Component
class BrowsersWorker implements SmartLifecycle {

    private final LiveFeed feed;
    private volatile boolean running;

    BrowsersWorker(LiveFeed feed) {
        this.feed = feed;
    }

    @Scheduled(fixedRateString = "${accueil.stream.heartbeat:15s}")
    void beat() {
        feed.beat();
    }

    /// By the real time and not by our clock: it is the sign-in provider's time that stands in tokens.
    @Scheduled(fixedRate = 500)
    void look() {
        feed.endExpired(Instant.now());
        feed.hangUpOnTheDeaf();
    }

    @Override
    public void start() {
        running = true;
    }

    /// Before the web server waits for open requests: streams never end by themselves.
    @Override
    public void stop() {
        running = false;
        feed.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
