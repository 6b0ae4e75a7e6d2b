package fr.accueil.router.languagemodel;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import fr.accueil.agenda.Agenda;
import fr.accueil.agenda.VisitRequest;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.agenda.hours.DayHours;
import fr.accueil.agenda.hours.OpeningHours;
import fr.accueil.agenda.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Hours and free slots in a few French words.
final class HouseWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.FRENCH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    static final String OPENING_HOURS = "Horaires d'ouverture";

    private static final int DAYS_AHEAD = 45;
    private static final Duration SLOTS_AHEAD = Duration.ofDays(7);
    private static final int SLOTS = 60;
    private static final int SLOTS_A_DAY = 4;
    private static final int DAYS_WITH_SLOTS = 4;

    private HouseWords() {}

    /// The week, and the days to come on which it is not so.
    static String hours(OpeningHours hours, LocalDate today) {
        var week = Stream.of(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.FRENCH) + " "
                        + ranges(hours.weekly().rangesOn(day)))
                .collect(joining(" ; "));
        var otherwise = today.datesUntil(today.plusDays(DAYS_AHEAD))
                .filter(day -> !rangesOn(hours, day).equals(hours.weekly().rangesOn(day.getDayOfWeek())))
                .map(day -> DAY.format(day) + " " + ranges(rangesOn(hours, day)))
                .collect(joining(" ; "));
        return OPENING_HOURS + " : " + week + (otherwise.isEmpty() ? "" : "\nMais : " + otherwise);
    }

    /// The first free starts of the next days; empty when there is none.
    static Optional<String> freeSlots(Agenda agenda, List<ServiceId> services, ZonedDateTime now) {
        if (services.isEmpty()) {
            return Optional.empty();
        }
        var from = now.toInstant();
        var byDay = agenda
                .asOf(from)
                .freeSlots(
                        new VisitRequest(services, new VisitRequest.Whom.Anyone()), from, from.plus(SLOTS_AHEAD), SLOTS)
                .stream()
                .map(slot -> slot.start().atZone(now.getZone()))
                .collect(groupingBy(ZonedDateTime::toLocalDate, TreeMap::new, groupingByHour()));
        return byDay.isEmpty()
                ? Optional.empty()
                : Optional.of(byDay.entrySet().stream()
                        .limit(DAYS_WITH_SLOTS)
                        .map(day -> DAY.format(day.getKey()) + " " + day.getValue())
                        .collect(joining(" ; ", "Premiers créneaux libres : ", "")));
    }

    static String day(ZonedDateTime at) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.FRENCH)
                .format(at);
    }

    private static Collector<ZonedDateTime, ?, String> groupingByHour() {
        return Collectors.collectingAndThen(
                Collectors.toList(),
                starts -> starts.stream().limit(SLOTS_A_DAY).map(HOUR::format).collect(joining(", ")));
    }

    private static List<TimeRange> rangesOn(OpeningHours hours, LocalDate day) {
        return switch (hours.on(day)) {
            case DayHours.Open(var ranges) -> ranges;
            case DayHours.Closed _ -> List.of();
        };
    }

    private static String ranges(List<TimeRange> ranges) {
        return ranges.isEmpty()
                ? "fermé"
                : ranges.stream()
                        .map(it -> HOUR.format(it.from()) + "–" + HOUR.format(it.to()))
                        .collect(joining(" et "));
    }
}
