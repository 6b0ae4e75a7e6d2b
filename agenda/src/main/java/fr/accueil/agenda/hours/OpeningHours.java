package fr.accueil.agenda.hours;

import fr.accueil.agenda.holiday.HolidayRule;
import fr.accueil.agenda.time.DateRange;
import fr.accueil.agenda.time.Stretches;
import fr.accueil.agenda.time.TimeRange;
import fr.accueil.agenda.time.WallClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When a business is open: its week, minus the public holidays it keeps, and its exceptions painted over that, in
/// their order.
public record OpeningHours(WallClock clock, WeeklyHours weekly, HolidayRule holidays, List<HoursException> exceptions) {

    private static final int FAR_ENOUGH_DAYS = 366;

    public OpeningHours {
        exceptions = List.copyOf(exceptions);
    }

    /// In the time zone of the region whose holidays are kept.
    public static OpeningHours of(WeeklyHours weekly, HolidayRule holidays) {
        return new OpeningHours(new WallClock(holidays.region().zone()), weekly, holidays, List.of());
    }

    /// The same, with exceptions that come after those there are.
    public OpeningHours except(HoursException... more) {
        var all = new ArrayList<>(exceptions);
        all.addAll(List.of(more));
        return new OpeningHours(clock, weekly, holidays, all);
    }

    public DayHours on(LocalDate day) {
        var minutes = minutesOn(day);
        return minutes.isEmpty()
                ? new DayHours.Closed(whyAllDay(day))
                : new DayHours.Open(TimeRange.ofMinutes(minutes));
    }

    public boolean isOpenAt(Instant instant) {
        return minutesOn(clock.dateOf(instant)).contains(clock.minuteOfDay(instant.getEpochSecond()));
    }

    /// Empty when it is open then.
    public Optional<ClosedBecause> whyClosedAt(Instant instant) {
        return isOpenAt(instant)
                ? Optional.empty()
                : Optional.of(why(clock.dateOf(instant), clock.minuteOfDay(instant.getEpochSecond())));
    }

    /// The instant itself when it is open then, else the next opening; empty when there is none within a year.
    public Optional<Instant> nextOpen(Instant instant) {
        var second = instant.getEpochSecond();
        var first = clock.dateOf(instant);
        for (var day = first; day.isBefore(first.plusDays(FAR_ENOUGH_DAYS)); day = day.plusDays(1)) {
            var open = clock.secondsOf(day, minutesOn(day)).within(second, Long.MAX_VALUE);
            if (!open.isEmpty()) {
                return Optional.of(open.from(0) == second ? instant : Instant.ofEpochSecond(open.from(0)));
            }
        }
        return Optional.empty();
    }

    /// The seconds of the epoch at which it is open on these days.
    public Stretches secondsOpen(DateRange days) {
        var seconds = new Stretches.Builder();
        for (var day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
            seconds.addAll(clock.secondsOf(day, minutesOn(day)));
        }
        return seconds.build();
    }

    private Stretches minutesOn(LocalDate day) {
        var ordinary = holidays.closing(day).isPresent() ? Stretches.NONE : weekly.minutesOn(day.getDayOfWeek());
        return HoursException.paint(ordinary, day, exceptions);
    }

    private ClosedBecause whyAllDay(LocalDate day) {
        var ordinary = weekly.minutesOn(day.getDayOfWeek());
        return why(day, ordinary.isEmpty() ? TimeRange.WHOLE_DAY.toMinute() / 2 : ordinary.from(0));
    }

    private ClosedBecause why(LocalDate day, long minute) {
        var lastWord = exceptions.reversed().stream()
                .filter(exception -> exception.span().minutesOn(day).contains(minute))
                .findFirst();
        if (lastWord.isPresent()) {
            return new ClosedBecause.ExceptionalClosing(lastWord.get().label());
        }
        var open = minutesOn(day);
        if (!open.isEmpty()) {
            return new ClosedBecause.OutsideHours(TimeRange.ofMinutes(open));
        }
        if (weekly.rangesOn(day.getDayOfWeek()).isEmpty()) {
            return new ClosedBecause.Weekday(day.getDayOfWeek());
        }
        return holidays.closing(day)
                .<ClosedBecause>map(ClosedBecause.Holiday::new)
                .orElseGet(() -> allWasTakenAway(day));
    }

    /// Asked for a time outside the week's periods, on a day of which exceptions took all of them.
    private ClosedBecause allWasTakenAway(LocalDate day) {
        return exceptions.reversed().stream()
                .filter(HoursException.Closing.class::isInstance)
                .filter(exception -> !exception.span().minutesOn(day).isEmpty())
                .findFirst()
                .map(exception -> new ClosedBecause.ExceptionalClosing(exception.label()))
                .orElseThrow();
    }
}
