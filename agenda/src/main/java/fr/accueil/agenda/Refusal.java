package fr.accueil.agenda;

import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.agenda.hours.ClosedBecause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/// Why a visit is not possible as asked.
public sealed interface Refusal {

    /// There is nobody for these; the other services of the visit, if any, would have somebody.
    record NobodyDoesIt(List<ServiceId> services) implements Refusal {}

    /// Each of these has somebody, but nobody does all: it takes more than one visit.
    record NobodyDoesAll(List<ServiceId> services) implements Refusal {}

    /// The practitioner wanted does not do (all of) it, or is not there any more; the others do.
    record NotTheirs(PractitionerId wanted, List<PractitionerId> others) implements Refusal {}

    record Past() implements Refusal {}

    record Closed(LocalDate day, ClosedBecause why) implements Refusal {}

    /// The visit would go on after this closing time, or after the last one who could take it has left.
    record DoesNotFit(Instant until) implements Refusal {}

    /// Not as long beforehand as the business wants.
    ///
    /// @param earliest from when on a visit can start
    record TooSoon(Instant earliest) implements Refusal {}

    record TooFar(LocalDate lastDay) implements Refusal {}

    /// The house is open, but none of those who could take the visit works then.
    record Away(List<PractitionerId> who) implements Refusal {}

    /// Everybody who could take it (or every seat) has something else then.
    record Taken() implements Refusal {}

    /// Free, but this business only takes visits every so often.
    record OffGrid(Duration step) implements Refusal {}

    /// The clock does not show this time on this day: it is put forward over it.
    record NoSuchTime(LocalDateTime asked) implements Refusal {}
}
