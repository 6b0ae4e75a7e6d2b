package fr.accueil.agenda.business;

/// Whatever the caller knows a practitioner by.
public record PractitionerId(String value) {

    public PractitionerId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A practitioner has an id.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
