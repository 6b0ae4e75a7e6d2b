package fr.accueil.agenda.business;

import java.time.Duration;

/// What a business lets its customers book.
///
/// @param leadTime how long beforehand at least
/// @param horizonDays how many days ahead at most, the last one included; 0 is today only
public record BookingRules(Duration leadTime, int horizonDays, Grid grid) {

    private static final int LONGEST_HORIZON_DAYS = 2 * 366;

    public BookingRules {
        if (leadTime.isNegative()) {
            throw new IllegalArgumentException("The lead time cannot be negative.");
        }
        if (horizonDays < 0 || horizonDays > LONGEST_HORIZON_DAYS) {
            throw new IllegalArgumentException(
                    "Bookings reach from 0 to %d days ahead, and not %d.".formatted(LONGEST_HORIZON_DAYS, horizonDays));
        }
    }

    /// Every quarter of an hour, two hours beforehand, three months ahead.
    public static BookingRules usual() {
        return new BookingRules(Duration.ofHours(2), 90, Grid.every(Duration.ofMinutes(15)));
    }

    /// For the team's own hand: at once, as far ahead as there is, at any minute.
    public BookingRules lifted() {
        return new BookingRules(Duration.ZERO, LONGEST_HORIZON_DAYS, Grid.every(grid.step()));
    }

    public BookingRules notSoonerThan(Duration lead) {
        return new BookingRules(lead, horizonDays, grid);
    }

    public BookingRules notLaterThan(int days) {
        return new BookingRules(leadTime, days, grid);
    }

    public BookingRules on(Grid other) {
        return new BookingRules(leadTime, horizonDays, other);
    }
}
