package fr.accueil.gateway.stream;

import fr.accueil.gateway.access.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/// One open stream. Bounded: a browser that does not keep up is told to resync and let go, it never makes the gateway
/// grow. What changes it is called under the lock of its [TenantFeed].
final class Browser {

    /// Why the gateway ends a stream.
    enum End {
        /// Too many changes wait.
        SLOW,
        /// The person is no member any more.
        REVOKED,
        /// The token has ended.
        EXPIRED,
        /// The same person opened too many others since.
        CROWDED,
        /// The gateway goes.
        STOPPING;

        private boolean atOnce() {
            return this == REVOKED || this == EXPIRED;
        }
    }

    private final Member member;
    private final BooleanSupplier masked;
    private final Runnable hangUp;
    private final Consumer<End> onEnd;
    private final List<byte[]> first = new ArrayList<>(List.of(Frame.HELLO));
    private final Sinks.Many<byte[]> live;
    private volatile @Nullable End end;
    private volatile long endedAt;
    private volatile Supplier<byte[]> resync = () -> Frame.HEARTBEAT;

    /// @param hangUp closes the connection whatever still waits to be written
    /// @param onEnd hears why the gateway let it go, once
    Browser(Member member, int buffer, Runnable hangUp, Consumer<End> onEnd) {
        this(member, buffer, hangUp, onEnd, () -> false);
    }

    /// @param masked whether customers' phone numbers are hidden from this person, asked anew for each change
    Browser(Member member, int buffer, Runnable hangUp, Consumer<End> onEnd, BooleanSupplier masked) {
        this.masked = masked;
        this.member = member;
        this.hangUp = hangUp;
        this.onEnd = onEnd;
        this.live = Sinks.unsafe().many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(buffer));
    }

    Member member() {
        return member;
    }

    boolean ended() {
        return end != null;
    }

    /// Begins with what this browser missed.
    void welcome(List<byte[]> missed, Supplier<byte[]> resync) {
        first.addAll(missed);
        this.resync = resync;
    }

    /// The change as this person may see it.
    byte[] frameOf(Change change) {
        return masked.getAsBoolean() ? change.masked().frame() : change.frame();
    }

    /// @return false when this browser takes no more
    boolean offer(byte[] frame) {
        if (end != null) {
            return false;
        }
        return switch (live.tryEmitNext(frame)) {
            case OK -> true;
            case FAIL_OVERFLOW, FAIL_ZERO_SUBSCRIBER -> {
                end(End.SLOW);
                yield false;
            }
            case FAIL_CANCELLED, FAIL_TERMINATED, FAIL_NON_SERIALIZED -> false;
        };
    }

    void end(End why) {
        if (end == null) {
            endedAt = System.nanoTime();
            end = why;
            live.tryEmitComplete();
            onEnd.accept(why);
        }
    }

    boolean tokenEnded(Instant now) {
        return !now.isBefore(member.until());
    }

    /// Closes the connection of a browser that was let go and does not read its last bytes either.
    void hangUpAfter(Duration farewell) {
        if (end != null && System.nanoTime() - endedAt > farewell.toNanos()) {
            hangUp.run();
        }
    }

    Flux<byte[]> frames() {
        return Flux.concat(Flux.fromIterable(first), live.asFlux(), Flux.defer(this::lastWords))
                .takeWhile(_ -> maySeeMore());
    }

    private boolean maySeeMore() {
        var why = end;
        return why == null || !why.atOnce();
    }

    private Flux<byte[]> lastWords() {
        return switch (end) {
            case SLOW -> Flux.just(resync.get());
            case CROWDED -> Flux.just(Frame.CROWDED);
            case REVOKED, EXPIRED, STOPPING -> Flux.empty();
            case null -> Flux.empty();
        };
    }
}
