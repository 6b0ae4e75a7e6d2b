package fr.accueil.agenda.business;

import fr.accueil.agenda.hours.HoursException;
import fr.accueil.agenda.hours.OpeningHours;
import fr.accueil.agenda.hours.Span;
import fr.accueil.agenda.hours.WeeklyHours;
import fr.accueil.agenda.time.DateRange;
import fr.accueil.agenda.time.Stretches;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Someone with whom customers have appointments: what they do, when they work, when they are away.
public record Practitioner(
        PractitionerId id, Set<ServiceId> services, WorkingHours hours, List<HoursException> exceptions) {

    public Practitioner {
        services = Set.copyOf(services);
        exceptions = List.copyOf(exceptions);
    }

    /// Works whenever the house is open.
    public static Practitioner of(PractitionerId id, Set<ServiceId> services) {
        return new Practitioner(id, services, new WorkingHours.AsTheHouse(), List.of());
    }

    public Practitioner working(WeeklyHours own) {
        return new Practitioner(id, services, new WorkingHours.Own(own), exceptions);
    }

    public Practitioner absent(Span when, String label) {
        return except(HoursException.closing(when, label));
    }

    /// Beyond their own week, as far as the house is open.
    public Practitioner alsoWorking(Span when, String label) {
        return except(HoursException.opening(when, label));
    }

    public boolean does(Collection<ServiceId> wanted) {
        return services.containsAll(wanted);
    }

    /// The seconds of the epoch at which this one works on these days.
    public Stretches secondsAtWork(OpeningHours house, Stretches houseOpen, DateRange days) {
        if (hours instanceof WorkingHours.AsTheHouse && exceptions.isEmpty()) {
            return houseOpen;
        }
        var seconds = new Stretches.Builder();
        for (var day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
            var minutes = HoursException.paint(hours.minutesOn(day.getDayOfWeek()), day, exceptions);
            seconds.addAll(house.clock().secondsOf(day, minutes));
        }
        return seconds.build().within(houseOpen);
    }

    private Practitioner except(HoursException exception) {
        var more = new ArrayList<>(exceptions);
        more.add(exception);
        return new Practitioner(id, services, hours, more);
    }
}
