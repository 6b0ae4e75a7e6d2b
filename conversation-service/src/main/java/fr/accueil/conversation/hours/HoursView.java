package fr.accueil.conversation.hours;

import fr.accueil.agenda.holiday.HolidayRegion;
import fr.accueil.conversation.tenant.Versioned;
import fr.accueil.events.WorkspaceEvent.BookingRules;
import fr.accueil.events.WorkspaceEvent.DayPeriods;
import fr.accueil.events.WorkspaceEvent.HoursException;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.events.WorkspaceEvent.Practitioner;
import java.util.List;

/// When the house is open, who works when and what may be booked, as the dashboard edits it.
///
/// @param holidayRegion a constant of HolidayRegion in the agenda, such as `METROPOLE`
/// @param workedHolidays the public holidays on which it is open, as PublicHoliday in the agenda names them
/// @param exceptions painted over the week, the last one holding
/// @param practitioners in their order; none where only seats count
/// @param seats how many visits at a time, where there are no practitioners
/// @param version to be named by who changes it; 0 while nobody has said any of it
/// @param bookingsOutside how many upcoming bookings could not be had at their time under these hours: they stay
public record HoursView(
        String holidayRegion,
        List<String> workedHolidays,
        List<DayPeriods> week,
        List<HoursException> exceptions,
        List<Practitioner> practitioners,
        int seats,
        BookingRules rules,
        long version,
        int bookingsOutside) {

    static HoursView of(Versioned<HoursSaved> known, int bookingsOutside) {
        var saved = known.value();
        return new HoursView(
                saved.holidayRegion(),
                saved.workedHolidays(),
                saved.week(),
                saved.exceptions(),
                saved.practitioners(),
                saved.seats(),
                saved.rules(),
                known.version(),
                bookingsOutside);
    }

    /// To begin with: closed all week.
    static HoursView unsaid() {
        var usual = fr.accueil.agenda.business.BookingRules.usual();
        var rules = new BookingRules(
                (int) usual.leadTime().toMinutes(),
                usual.horizonDays(),
                (int) usual.grid().step().toMinutes(),
                usual.grid().strict());
        return new HoursView(
                HolidayRegion.METROPOLE.name(), List.of(), List.of(), List.of(), List.of(), 1, rules, 0, 0);
    }
}
