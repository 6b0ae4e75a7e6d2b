package fr.accueil.gateway.stream;

import fr.accueil.events.TenantId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The last changes of one tenant, and the browsers that watch it. Its lock makes "what was missed, then live" one
/// step.
final class TenantFeed {

    private final TenantId tenant;
    private final int maxChanges;
    private final long maxBytes;
    private final Deque<Change> recent = new ArrayDeque<>();
    private final Set<Browser> browsers = new HashSet<>();
    private final Supplier<Coverage> current;
    private Coverage coverage;
    private long forgotten = -1;
    private long bytes;

    /// @param current what the gateway has read; asked under the lock, so that it never goes back
    TenantFeed(TenantId tenant, Supplier<Coverage> current, int maxChanges, long maxBytes) {
        this.tenant = tenant;
        this.current = current;
        this.coverage = current.get();
        this.maxChanges = maxChanges;
        this.maxBytes = maxBytes;
    }

    /// Starts again after the topic was made anew, or after a part of it was lost: what was kept no longer counts.
    synchronized void keepUp() {
        var now = current.get();
        if (coverage == now) {
            return;
        }
        coverage = now;
        recent.clear();
        bytes = 0;
        forgotten = -1;
        tell(Frame.resync(coverage.now(coverage.partitionOf(tenant))));
    }

    synchronized void append(Change change) {
        keepUp();
        recent.add(change);
        bytes += change.size();
        coverage.advance(change.position().partition(), change.offset() + 1);
        while (recent.size() > maxChanges || bytes > maxBytes) {
            forgetOldest();
        }
        browsers.removeIf(it -> !it.offer(it.frameOf(change)));
    }

    /// @param after the browser's last id, as it said it; null when it comes for the first time
    /// @return why it has to resync, if it has to
    synchronized Optional<Missed.Reason> open(Browser browser, @Nullable String after) {
        keepUp();
        var missed = after == null ? new Missed.Changes(List.of(), now()) : since(after);
        browser.welcome(framesOf(missed, browser), this::resync);
        browsers.add(browser);
        return missed instanceof Missed.Unknown(var reason) ? Optional.of(reason) : Optional.empty();
    }

    synchronized void close(Browser browser) {
        browsers.remove(browser);
    }

    synchronized Missed since(String after) {
        keepUp();
        var partition = coverage.partitionOf(tenant);
        var position = Position.parse(after)
                .filter(it -> it.epoch().equals(coverage.epoch()))
                .filter(it -> it.partition() == partition);
        if (position.isEmpty()) {
            return new Missed.Unknown(Missed.Reason.FOREIGN);
        }
        var offset = position.get().offset();
        if (offset >= coverage.next(partition)) {
            return new Missed.Unknown(Missed.Reason.AHEAD);
        }
        if (offset < coverage.first(partition) - 1 || offset < forgotten) {
            return new Missed.Unknown(Missed.Reason.TOO_OLD);
        }
        return new Missed.Changes(
                recent.stream().filter(it -> it.offset() > offset).toList(), now());
    }

    synchronized Position now() {
        keepUp();
        return coverage.now(coverage.partitionOf(tenant));
    }

    synchronized void beat() {
        tell(Frame.HEARTBEAT);
    }

    synchronized void end(Predicate<Browser> which, Browser.End why) {
        browsers.stream().filter(which).forEach(it -> it.end(why));
        browsers.removeIf(Browser::ended);
    }

    synchronized void endExpired(Instant now) {
        end(it -> it.tokenEnded(now), Browser.End.EXPIRED);
    }

    /// Makes room for other tenants.
    synchronized void forgetHalf() {
        for (var count = (recent.size() + 1) / 2; count > 0; count--) {
            forgetOldest();
        }
    }

    /// Who comes back for any of it has to resync.
    synchronized void forgetAll() {
        while (!recent.isEmpty()) {
            forgetOldest();
        }
    }

    synchronized int changes() {
        return recent.size();
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized Collection<Browser> browsers() {
        return List.copyOf(browsers);
    }

    private void tell(byte[] frame) {
        browsers.removeIf(it -> !it.offer(frame));
    }

    private void forgetOldest() {
        var oldest = recent.remove();
        bytes -= oldest.size();
        forgotten = oldest.offset();
    }

    private List<byte[]> framesOf(Missed missed, Browser browser) {
        return switch (missed) {
            case Missed.Changes it ->
                it.changes().stream().map(browser::frameOf).toList();
            case Missed.Unknown _ -> List.of(resync());
        };
    }

    private byte[] resync() {
        return Frame.resync(now());
    }
}
