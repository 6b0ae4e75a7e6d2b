package fr.accueil.agenda.time;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/// A stretch of one day's wall clock, "09:30–12:30": the start belongs to it, the end does not.
///
/// @param to midnight here is the end of the day, written 24:00
public record TimeRange(LocalTime from, LocalTime to) {

    public static final TimeRange WHOLE_DAY = new TimeRange(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    static final int MINUTES_A_DAY = 24 * 60;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{2}:\\d{2})\\s*[-–]\\s*(\\d{2}:\\d{2})");

    public TimeRange {
        requireWholeMinute(from);
        requireWholeMinute(to);
        if (from.equals(to) && !to.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("The range %s–%s is empty.".formatted(from, to));
        }
        if (from.isAfter(to) && !to.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("%s–%s runs over midnight: give %s–24:00, and 00:00–%s on the next day."
                    .formatted(from, to, from, to));
        }
    }

    public static TimeRange of(LocalTime from, LocalTime to) {
        return new TimeRange(from, to);
    }

    /// "09:30-12:30", with a hyphen or a dash; the end of the day is 24:00.
    public static TimeRange parse(String written) {
        var parts = WRITTEN.matcher(written.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("A range is written 09:30-12:30, and not \"%s\".".formatted(written));
        }
        var to = parts.group(2);
        return new TimeRange(
                LocalTime.parse(parts.group(1)), to.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(to));
    }

    public static List<TimeRange> ofMinutes(Stretches minutes) {
        return minutes.map((from, to) -> new TimeRange(atMinute(from), atMinute(to)));
    }

    public static Stretches minutesOf(List<TimeRange> ranges) {
        var minutes = new Stretches.Builder();
        ranges.forEach(range -> minutes.add(range.fromMinute(), range.toMinute()));
        return minutes.build();
    }

    public boolean contains(LocalTime time) {
        var minute = time.toSecondOfDay() / 60;
        return fromMinute() <= minute && minute < toMinute();
    }

    public boolean overlaps(TimeRange other) {
        return fromMinute() < other.toMinute() && other.fromMinute() < toMinute();
    }

    /// Minutes since midnight.
    public int fromMinute() {
        return from.toSecondOfDay() / 60;
    }

    /// Minutes since midnight; 1440 for the end of the day.
    public int toMinute() {
        return to.equals(LocalTime.MIDNIGHT) ? MINUTES_A_DAY : to.toSecondOfDay() / 60;
    }

    @Override
    public String toString() {
        return from + "–" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to);
    }

    private static LocalTime atMinute(long minute) {
        return LocalTime.ofSecondOfDay(minute % MINUTES_A_DAY * 60);
    }

    private static void requireWholeMinute(LocalTime time) {
        if (!time.truncatedTo(ChronoUnit.MINUTES).equals(time)) {
            throw new IllegalArgumentException("Opening times are whole minutes, and not %s.".formatted(time));
        }
    }
}
