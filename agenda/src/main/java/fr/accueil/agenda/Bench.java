package fr.accueil.agenda;

import fr.accueil.agenda.time.Stretches;

/// One practitioner or seat over some days, in seconds of the epoch.
///
/// @param free at work and not busy
record Bench(Resource resource, Stretches atWork, Stretches busy, Stretches free) {

    private static final long SECONDS_A_DAY = 24 * 60 * 60;

    static Bench of(Resource resource, Stretches atWork, Stretches busy) {
        return new Bench(resource, atWork, busy, atWork.minus(busy));
    }

    /// The visit lies in free time, and the buffer after it runs into nothing.
    boolean takes(Visit visit, long start) {
        return free.covers(start, visit.endAfter(start))
                && !busy.touches(visit.endAfter(start), visit.freeAgainAfter(start));
    }

    /// Whether free time begins here, up to the minute.
    boolean beginsAt(long start) {
        var stretch = free.indexAt(start);
        return stretch >= 0 && wholeMinuteFrom(free.from(stretch)) == start;
    }

    /// How much free time is in one piece around this point, as far as a day each way.
    long roomAround(long point) {
        var stretch = free.indexAt(point);
        return Math.min(free.to(stretch), point + SECONDS_A_DAY) - Math.max(free.from(stretch), point - SECONDS_A_DAY);
    }

    static long wholeMinuteFrom(long second) {
        return Math.ceilDiv(second, 60) * 60;
    }
}
