package fr.accueil.agenda;

import fr.accueil.agenda.business.PractitionerId;

/// What a visit takes, and no two visits can have at once.
public sealed interface Resource {

    record WithPractitioner(PractitionerId practitioner) implements Resource {}

    /// One place of several alike.
    ///
    /// @param number from 1 to the capacity
    record Seat(int number) implements Resource {

        public Seat {
            if (number < 1) {
                throw new IllegalArgumentException("Seats are numbered from 1, and not %d.".formatted(number));
            }
        }
    }

    static Resource practitioner(PractitionerId practitioner) {
        return new WithPractitioner(practitioner);
    }

    static Resource seat(int number) {
        return new Seat(number);
    }
}
