package fr.accueil.agenda.holiday;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How one business keeps the public holidays: those of its region, and on which of them it works all the same.
public record HolidayRule(HolidayRegion region, Set<PublicHoliday> worked) {

    public HolidayRule {
        var copy = EnumSet.noneOf(PublicHoliday.class);
        copy.addAll(worked);
        worked = Collections.unmodifiableSet(copy);
    }

    public static HolidayRule closedOnAllOf(HolidayRegion region) {
        return new HolidayRule(region, Set.of());
    }

    public static HolidayRule openOnAllOf(HolidayRegion region) {
        return new HolidayRule(region, region.holidays());
    }

    public HolidayRule openOn(PublicHoliday... holidays) {
        var more = EnumSet.noneOf(PublicHoliday.class);
        more.addAll(worked);
        more.addAll(List.of(holidays));
        return new HolidayRule(region, more);
    }

    /// The holiday because of which the business is closed on this date. Where two fall on one day, one to be
    /// closed on is enough.
    public Optional<PublicHoliday> closing(LocalDate date) {
        return region.holidaysOn(date).stream()
                .filter(holiday -> !worked.contains(holiday))
                .findFirst();
    }
}
