package fr.accueil.agenda.hours;

import fr.accueil.agenda.time.Stretches;
import fr.accueil.agenda.time.TimeRange;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The periods of an ordinary week, several a day; a day that is not there has none.
public record WeeklyHours(Map<DayOfWeek, List<TimeRange>> periods) {

    public WeeklyHours {
        var sorted = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
        periods.forEach((day, ranges) -> {
            if (!ranges.isEmpty()) {
                sorted.put(day, inOrder(day, ranges));
            }
        });
        periods = Collections.unmodifiableMap(sorted);
    }

    public static WeeklyHours none() {
        return new WeeklyHours(Map.of());
    }

    /// The same, with these periods on that day in place of what it had.
    public WeeklyHours on(DayOfWeek day, TimeRange... ranges) {
        var changed = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
        changed.putAll(periods);
        changed.put(day, List.of(ranges));
        return new WeeklyHours(changed);
    }

    /// As written: `on(MONDAY, "09:00-12:30", "14:00-19:00")`.
    public WeeklyHours on(DayOfWeek day, String... ranges) {
        return on(day, Arrays.stream(ranges).map(TimeRange::parse).toArray(TimeRange[]::new));
    }

    /// The same periods on each day from the first to the last, over the week's end if need be.
    public WeeklyHours from(DayOfWeek first, DayOfWeek last, String... ranges) {
        var week = on(first, ranges);
        for (var day = first; day != last; ) {
            day = day.plus(1);
            week = week.on(day, ranges);
        }
        return week;
    }

    public List<TimeRange> rangesOn(DayOfWeek day) {
        return periods.getOrDefault(day, List.of());
    }

    public Stretches minutesOn(DayOfWeek day) {
        return TimeRange.minutesOf(rangesOn(day));
    }

    private static List<TimeRange> inOrder(DayOfWeek day, List<TimeRange> ranges) {
        var sorted =
                ranges.stream().sorted(Comparator.comparing(TimeRange::from)).toList();
        for (var index = 1; index < sorted.size(); index++) {
            if (sorted.get(index - 1).overlaps(sorted.get(index))) {
                throw new IllegalArgumentException("The periods %s and %s of %s overlap."
                        .formatted(sorted.get(index - 1), sorted.get(index), day));
            }
        }
        return sorted;
    }
}
