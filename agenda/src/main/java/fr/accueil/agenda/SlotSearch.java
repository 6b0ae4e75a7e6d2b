package fr.accueil.agenda;

import fr.accueil.agenda.business.Business;
import fr.accueil.agenda.time.DateRange;
import fr.accueil.agenda.time.Stretches;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Goes through the agenda for one visit, some days at a time and no further than it must.
record SlotSearch(Business business, Map<Resource, Stretches> busy, Casting.Possible casting) {

    private static final int DAYS_AT_ONCE = 7;

    /// Those that start in [from, until), the earliest first.
    List<Slot> forward(Instant from, Instant until, Predicate<Slot> wanted, int limit) {
        return Stream.iterate(dateOf(from), day -> startOf(day).isBefore(until), day -> day.plusDays(DAYS_AT_ONCE))
                .flatMap(day -> proposals(DateRange.of(day, day.plusDays(DAYS_AT_ONCE - 1)), from, until))
                .filter(wanted)
                .limit(limit)
                .toList();
    }

    /// Those that start in [from, until), the latest first.
    List<Slot> backward(Instant from, Instant until, int limit) {
        var first = dateOf(from);
        return Stream.iterate(dateOf(until), day -> !day.isBefore(first), day -> day.minusDays(DAYS_AT_ONCE))
                .flatMap(day ->
                        proposals(DateRange.of(day.minusDays(DAYS_AT_ONCE - 1), day), from, until)
                                .toList()
                                .reversed()
                                .stream())
                .limit(limit)
                .toList();
    }

    Outlook around(Instant instant) {
        return outlook(DateRange.of(dateOf(instant)));
    }

    private Stream<Slot> proposals(DateRange days, Instant from, Instant until) {
        return outlook(days)
                .proposals(
                        Math.max(firstSecondOf(from), firstSecondOf(startOf(days.first()))),
                        Math.min(
                                firstSecondOf(until),
                                firstSecondOf(startOf(days.last().plusDays(1)))));
    }

    private Outlook outlook(DateRange days) {
        return Outlook.of(business, busy, casting, days);
    }

    private LocalDate dateOf(Instant instant) {
        return business.hours().clock().dateOf(instant);
    }

    private Instant startOf(LocalDate day) {
        return business.hours().clock().startOf(day);
    }

    private static long firstSecondOf(Instant instant) {
        return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
    }
}
