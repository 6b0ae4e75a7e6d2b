package fr.accueil.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/// A clock at a distance from the real one, so that a day can pass in a test or at a desk.
public final class AdjustableClock extends Clock {

    private final Clock real;
    private final AtomicReference<Duration> offset;

    public AdjustableClock(Clock real) {
        this(real, new AtomicReference<>(Duration.ZERO));
    }

    private AdjustableClock(Clock real, AtomicReference<Duration> offset) {
        this.real = real;
        this.offset = offset;
    }

    public void setOffset(Duration offset) {
        this.offset.set(offset);
    }

    public Duration offset() {
        return offset.get();
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new AdjustableClock(real.withZone(zone), offset);
    }
}
