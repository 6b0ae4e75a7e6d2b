package fr.accueil.agenda.business;

import java.util.HashSet;
import java.util.List;

/// What limits how many visits there can be at a time.
public sealed interface Staffing {

    /// Each visit is with one of these. Their order decides between two who are as free as each other.
    record Team(List<Practitioner> practitioners) implements Staffing {

        public Team {
            practitioners = List.copyOf(practitioners);
            if (practitioners.isEmpty()) {
                throw new IllegalArgumentException(
                        "A team has at least one practitioner; where nobody is named, give a number of seats.");
            }
            var seen = new HashSet<PractitionerId>();
            for (var practitioner : practitioners) {
                if (!seen.add(practitioner.id())) {
                    throw new IllegalArgumentException(
                            "The practitioner %s is in the team twice.".formatted(practitioner.id()));
                }
            }
        }
    }

    /// Nobody is named: so many visits at a time, each on a seat numbered from 1.
    record Seats(int capacity) implements Staffing {

        public Seats {
            if (capacity < 1) {
                throw new IllegalArgumentException("There is at least one seat, and not %d.".formatted(capacity));
            }
        }
    }

    static Staffing team(Practitioner... practitioners) {
        return new Team(List.of(practitioners));
    }

    static Staffing seats(int capacity) {
        return new Seats(capacity);
    }
}
