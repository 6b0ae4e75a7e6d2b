package fr.accueil.agenda.business;

/// Whatever the caller knows a service by.
public record ServiceId(String value) {

    public ServiceId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A service has an id.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
