package fr.accueil.conversation.booking;

import fr.accueil.agenda.business.Business;
import fr.accueil.agenda.business.Practitioner;
import fr.accueil.agenda.business.Staffing;
import fr.accueil.agenda.time.DateRange;
import fr.accueil.agenda.time.Stretches;
import fr.accueil.agenda.workspace.FromWorkspace;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import java.util.Comparator;
import java.util.List;

/// Which bookings could not be had at their time under these hours: the house is closed then, the practitioner is away
/// or gone, or there is no such seat. Pure.
final class OutsideHours {

    private final Business business;
    private final DateRange days;
    private final Stretches open;

    private OutsideHours(Business business, DateRange days) {
        this.business = business;
        this.days = days;
        this.open = business.hours().secondsOpen(days);
    }

    static int count(HoursSaved hours, List<Booking> bookings) {
        if (bookings.isEmpty()) {
            return 0;
        }
        var business = FromWorkspace.business(hours, List.of());
        var outside = new OutsideHours(business, daysOf(business, bookings));
        return (int) bookings.stream().filter(it -> !outside.allows(it)).count();
    }

    private boolean allows(Booking booking) {
        var practitioner = booking.practitioner();
        return switch (business.staffing()) {
            case Staffing.Seats(var capacity) ->
                practitioner == null && booking.seat() <= capacity && covers(open, booking);
            case Staffing.Team(var practitioners) ->
                practitioner != null
                        && practitioners.stream()
                                .filter(it -> it.id().equals(FromWorkspace.id(practitioner.id())))
                                .anyMatch(it -> covers(atWork(it), booking));
        };
    }

    private Stretches atWork(Practitioner practitioner) {
        return practitioner.secondsAtWork(business.hours(), open, days);
    }

    private static boolean covers(Stretches stretches, Booking booking) {
        return stretches.covers(booking.start().getEpochSecond(), booking.end().getEpochSecond());
    }

    private static DateRange daysOf(Business business, List<Booking> bookings) {
        var clock = business.hours().clock();
        return DateRange.of(
                bookings.stream()
                        .map(it -> clock.dateOf(it.start()))
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                bookings.stream()
                        .map(it -> clock.dateOf(it.end()))
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }
}
