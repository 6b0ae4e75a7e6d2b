package fr.accueil.agenda.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// The clock on the business's wall. An instant belongs to a range of the day if this clock reads within the range
/// just then: what the clock skips in spring is nobody's, what it shows twice in autumn is open or closed both
/// times.
public record WallClock(ZoneId zone) {

    private static final int SECONDS_A_DAY = 24 * 60 * 60;
    private static final int LARGEST_OFFSET = 18 * 60 * 60;

    public static WallClock in(String zone) {
        return new WallClock(ZoneId.of(zone));
    }

    public LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    public LocalTime timeOf(Instant instant) {
        return LocalTime.ofInstant(instant, zone);
    }

    public int minuteOfDay(long second) {
        var offset = zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
        return (int) (Math.floorMod(second + offset, SECONDS_A_DAY) / 60);
    }

    /// When the clock is put forward or back next; at the end of time if it never is.
    public long nextChangeAfter(long second) {
        var change = zone.getRules().nextTransition(Instant.ofEpochSecond(second));
        return change == null ? Long.MAX_VALUE : change.getInstant().getEpochSecond();
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /// When the clock shows this: once; never, where spring skips it; twice, where autumn repeats it.
    public List<Instant> instantsOf(LocalDateTime shown) {
        return zone.getRules().getValidOffsets(shown).stream()
                .map(shown::toInstant)
                .toList();
    }

    /// The seconds of the epoch at which the clock shows these minutes of this day.
    public Stretches secondsOf(LocalDate day, Stretches minutes) {
        if (minutes.isEmpty()) {
            return Stretches.NONE;
        }
        var midnight = day.toEpochDay() * SECONDS_A_DAY;
        var rules = zone.getRules();
        var earliest = Instant.ofEpochSecond(midnight - LARGEST_OFFSET);
        var latest = Instant.ofEpochSecond(midnight + SECONDS_A_DAY + LARGEST_OFFSET);
        var seconds = new Stretches.Builder();
        var since = earliest;
        while (since.isBefore(latest)) {
            var change = rules.nextTransition(since);
            var until = change == null || change.getInstant().isAfter(latest) ? latest : change.getInstant();
            addUnder(rules.getOffset(since), since, until, midnight, minutes, seconds);
            since = until;
        }
        return seconds.build();
    }

    private static void addUnder(
            ZoneOffset offset,
            Instant since,
            Instant until,
            long midnight,
            Stretches minutes,
            Stretches.Builder seconds) {
        var start = midnight - offset.getTotalSeconds();
        for (var index = 0; index < minutes.count(); index++) {
            seconds.add(
                    Math.max(since.getEpochSecond(), start + minutes.from(index) * 60),
                    Math.min(until.getEpochSecond(), start + minutes.to(index) * 60));
        }
    }
}
