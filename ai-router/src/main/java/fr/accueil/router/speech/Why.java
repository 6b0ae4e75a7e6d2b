package fr.accueil.router.speech;

import fr.accueil.agenda.hours.ClosedBecause;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/// Why a value that the customer gave is not taken.
public sealed interface Why {

    /// Not an address.
    record BrokenEmail(String text) implements Why {}

    record Past() implements Why {}

    record Closed(LocalDate day, ClosedBecause because) implements Why {}

    /// The visit would go on after this closing.
    record TooLong(ZonedDateTime closing) implements Why {}

    /// @param earliest from when on a visit can start
    record TooSoon(ZonedDateTime earliest) implements Why {}

    record TooFar(LocalDate lastDay) implements Why {}

    record SlotTaken(ZonedDateTime start) implements Why {}

    /// Nothing is free on the days, or at the hours, that were wished.
    record NothingFree() implements Why {}

    /// @param who works not then; none where it is nobody in particular
    record Away(List<String> who) implements Why {}

    /// @param others who do it
    record NotTheirs(String practitioner, List<String> others) implements Why {}

    /// Nobody does all of these in one visit.
    record NotTogether(List<String> services) implements Why {}

    /// This business does not take bookings for it.
    record NotBooked(List<String> services) implements Why {}

    /// The clock does not show this time on this day, or visits only start at others.
    record NoSuchTime() implements Why {}
}
