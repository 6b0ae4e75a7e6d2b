package fr.accueil.conversation.faq;

import fr.accueil.events.WorkspaceEvent.DayPeriods;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A week as one says it: *du mardi au vendredi de 9 h à 12 h et de 14 h à 19 h, le samedi de 9 h à 17 h*. Pure.
final class HoursInWords {

    private HoursInWords() {}

    /// Days that follow each other and have the same hours.
    private record Stretch(DayOfWeek first, DayOfWeek last, List<String> periods) {}

    /// @return empty when it is never open
    static String of(List<DayPeriods> week) {
        return stretches(week).stream()
                .map(it -> days(it) + " " + hours(it.periods()))
                .collect(Collectors.joining(", "));
    }

    private static List<Stretch> stretches(List<DayPeriods> week) {
        var byDay = new EnumMap<DayOfWeek, List<String>>(DayOfWeek.class);
        week.forEach(it -> byDay.put(it.day(), it.periods()));
        var stretches = new ArrayList<Stretch>();
        for (var day : DayOfWeek.values()) {
            var periods = byDay.getOrDefault(day, List.of());
            var before = stretches.isEmpty() ? null : stretches.getLast();
            if (periods.isEmpty()) {
                continue;
            }
            if (before != null
                    && before.last() == day.minus(1)
                    && before.periods().equals(periods)) {
                stretches.set(stretches.size() - 1, new Stretch(before.first(), day, periods));
            } else {
                stretches.add(new Stretch(day, day, periods));
            }
        }
        return stretches;
    }

    private static String days(Stretch stretch) {
        if (stretch.first() == DayOfWeek.MONDAY && stretch.last() == DayOfWeek.SUNDAY) {
            return "tous les jours";
        }
        if (stretch.first() == stretch.last()) {
            return "le " + name(stretch.first());
        }
        return stretch.first().plus(1) == stretch.last()
                ? "le " + name(stretch.first()) + " et le " + name(stretch.last())
                : "du " + name(stretch.first()) + " au " + name(stretch.last());
    }

    private static String hours(List<String> periods) {
        return periods.stream().map(HoursInWords::hours).collect(Collectors.joining(" et "));
    }

    private static String hours(String period) {
        var ends = period.split("-", 2);
        return period.equals("00:00-24:00") ? "24 h sur 24" : "de " + hour(ends[0]) + " à " + hour(ends[1]);
    }

    /// `09:30` as *9 h 30*.
    private static String hour(String time) {
        var parts = time.split(":", 2);
        var hour = Integer.parseInt(parts[0]) + " h";
        return parts[1].equals("00") ? hour : hour + " " + parts[1];
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.FRENCH);
    }
}
