package fr.accueil.gateway.stream;

import fr.accueil.events.TenantId;
import fr.accueil.gateway.access.Masks;
import fr.accueil.gateway.access.Member;
import fr.accueil.gateway.access.MembershipEnded;
import fr.accueil.gateway.stream.Browser.End;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What [ChangesListener] reads, handed to who may see it: kept for a while per tenant, and passed on to its browsers.
@Component
class LiveFeed {

    /// How the feed stands with Kafka.
    enum State {
        /// Reads back the last minutes; nobody is let in.
        CATCHING_UP,
        LIVE,
        /// Was live; the broker does not answer at the moment.
        STALLED,
        STOPPED
    }

    private final StreamSettings settings;
    private final FeedMetrics metrics;
    private final Masks masks;
    private final Map<TenantId, TenantFeed> tenants = new ConcurrentHashMap<>();
    private final Set<Browser> browsers = ConcurrentHashMap.newKeySet();
    private final BrowsersByPerson people;
    private volatile Coverage coverage = Coverage.NOTHING;
    private volatile State state = State.CATCHING_UP;

    LiveFeed(StreamSettings settings, FeedMetrics metrics, Masks masks) {
        this.settings = settings;
        this.metrics = metrics;
        this.masks = masks;
        this.people = new BrowsersByPerson(settings.browsersPerPerson());
        metrics.watch(this);
    }

    // What the listener says.

    /// All that was read before no longer counts; every open browser has to resync.
    void begin(Coverage coverage) {
        this.coverage = coverage;
        tenants.values().forEach(TenantFeed::keepUp);
    }

    Coverage coverage() {
        return coverage;
    }

    void append(TenantId tenant, Change change) {
        feedOf(tenant).append(change);
    }

    /// A customer of theirs was erased: nothing of what was said before is told again.
    void forget(TenantId tenant) {
        feedOf(tenant).forgetAll();
    }

    void becomes(State state) {
        this.state = state;
    }

    /// Keeps the memory of all tenants together under its limit: the largest forget first.
    void tidy() {
        while (bytes() > settings.memory().toBytes()) {
            tenants.values().stream()
                    .max(Comparator.comparingLong(TenantFeed::bytes))
                    .ifPresent(TenantFeed::forgetHalf);
        }
    }

    // What browsers ask.

    State state() {
        return state;
    }

    /// @throws FeedUnavailable when what it missed cannot be told yet
    void requireOpen() {
        if (state == State.CATCHING_UP || state == State.STOPPED) {
            throw FeedUnavailable.catchingUp();
        }
    }

    /// @param after the browser's last id, null when it comes for the first time
    /// @param hangUp closes its connection
    Browser open(Member member, @Nullable String after, Runnable hangUp) {
        requireOpen();
        if (browsers.size() >= settings.browsers()) {
            throw FeedUnavailable.full();
        }
        var browser = new Browser(member, settings.browserBuffer(), hangUp, metrics::ended, () -> masks.areFor(member));
        browsers.add(browser);
        people.add(browser).ifPresent(this::crowdOut);
        feedOf(member.tenant()).open(browser, after).ifPresent(metrics::resynced);
        return browser;
    }

    void close(Browser browser) {
        feedOf(browser.member().tenant()).close(browser);
        browsers.remove(browser);
        people.remove(browser);
    }

    private void crowdOut(Browser oldest) {
        feedOf(oldest.member().tenant()).end(it -> it == oldest, End.CROWDED);
    }

    Missed since(TenantId tenant, String after) {
        return feedOf(tenant).since(after);
    }

    Position now(TenantId tenant) {
        return feedOf(tenant).now();
    }

    /// Whether this id can only be from another gateway, which reads the same a moment faster, or from nowhere.
    boolean isAhead(TenantId tenant, String after) {
        return since(tenant, after) instanceof Missed.Unknown(var reason) && reason == Missed.Reason.AHEAD;
    }

    // What time and others do.

    void beat() {
        tenants.values().forEach(TenantFeed::beat);
    }

    void endExpired(Instant now) {
        tenants.values().forEach(it -> it.endExpired(now));
    }

    void hangUpOnTheDeaf() {
        browsers.forEach(it -> it.hangUpAfter(settings.farewell()));
    }

    @EventListener
    void on(MembershipEnded ended) {
        revoke(ended.tenant(), ended.subject());
    }

    void revoke(TenantId tenant, String subject) {
        feedOf(tenant).end(it -> it.member().subject().equals(subject), End.REVOKED);
    }

    /// Lets everybody go, so that they come back to an instance that stays.
    void stop() {
        state = State.STOPPED;
        tenants.values().forEach(it -> it.end(_ -> true, End.STOPPING));
    }

    int browsers() {
        return browsers.size();
    }

    long changes() {
        return tenants.values().stream().mapToLong(TenantFeed::changes).sum();
    }

    long bytes() {
        return tenants.values().stream().mapToLong(TenantFeed::bytes).sum();
    }

    private TenantFeed feedOf(TenantId tenant) {
        return tenants.computeIfAbsent(
                tenant,
                it -> new TenantFeed(
                        it,
                        this::coverage,
                        settings.changesPerTenant(),
                        settings.memoryPerTenant().toBytes()));
    }
}
