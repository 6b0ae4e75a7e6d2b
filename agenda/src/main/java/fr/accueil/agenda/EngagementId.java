package fr.accueil.agenda;

/// Whatever the caller knows a booking or a hold by.
public record EngagementId(String value) {

    public EngagementId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A booking or a hold has an id.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
