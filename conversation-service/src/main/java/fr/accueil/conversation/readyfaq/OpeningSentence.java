package fr.accueil.conversation.readyfaq;

import fr.accueil.events.WorkspaceEvent.DayPeriods;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A week as a French sentence goes on: *du mardi au vendredi de 9 h à 12 h et de 14 h à 19 h, le samedi de 9 h à 17
/// h*.
/// Pure.
final class OpeningSentence {

    private static final int WHOLE_WEEK = DayOfWeek.values().length;

    private OpeningSentence() {}

    /// @return empty when it is never open
    static String of(List<DayPeriods> week) {
        var days = new LinkedHashMap<List<String>, TreeSet<DayOfWeek>>();
        for (var day : DayOfWeek.values()) {
            var periods = periodsOf(week, day);
            if (!periods.isEmpty()) {
                days.computeIfAbsent(periods, _ -> new TreeSet<>()).add(day);
            }
        }
        return days.entrySet().stream()
                .map(it -> days(it.getValue()) + " " + periods(it.getKey()))
                .collect(Collectors.joining(", "));
    }

    /// @return empty when it is closed on no day
    static String closed(List<DayPeriods> week) {
        var days = Arrays.stream(DayOfWeek.values())
                .filter(it -> periodsOf(week, it).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return days.isEmpty() ? "" : "Nous sommes fermés " + days(days) + ".";
    }

    private static List<String> periodsOf(List<DayPeriods> week, DayOfWeek day) {
        return week.stream()
                .filter(it -> it.day() == day)
                .flatMap(it -> it.periods().stream())
                .sorted()
                .toList();
    }

    private static String days(TreeSet<DayOfWeek> days) {
        if (days.size() == WHOLE_WEEK) {
            return "tous les jours";
        }
        return enumerate(stretches(days).stream().map(OpeningSentence::stretch).toList());
    }

    /// Days that follow each other; of two, each stands for itself.
    private static List<List<DayOfWeek>> stretches(TreeSet<DayOfWeek> days) {
        var stretches = new ArrayList<List<DayOfWeek>>();
        for (var day : days) {
            if (!stretches.isEmpty() && stretches.getLast().getLast().plus(1) == day) {
                stretches.getLast().add(day);
            } else {
                stretches.add(new ArrayList<>(List.of(day)));
            }
        }
        return stretches.stream()
                .flatMap(it -> it.size() == 2 ? it.stream().map(List::of) : Stream.of(it))
                .toList();
    }

    private static String stretch(List<DayOfWeek> days) {
        return days.size() == 1
                ? "le " + name(days.getFirst())
                : "du " + name(days.getFirst()) + " au " + name(days.getLast());
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.FRENCH);
    }

    private static String periods(List<String> periods) {
        return enumerate(periods.stream().map(OpeningSentence::period).toList());
    }

    /// Of `09:00-12:30`.
    private static String period(String period) {
        var dash = period.indexOf('-');
        return "de " + hour(period.substring(0, dash)) + " à " + hour(period.substring(dash + 1));
    }

    private static String hour(String time) {
        var hours = Integer.parseInt(time.substring(0, 2));
        var minutes = time.substring(3, 5);
        if (hours == 24) {
            return "minuit";
        }
        return minutes.equals("00") ? hours + "\u00a0h" : hours + "\u00a0h\u00a0" + minutes;
    }

    private static String enumerate(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " et " + parts.getLast();
    }
}
