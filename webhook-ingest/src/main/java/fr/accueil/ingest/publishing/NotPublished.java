package fr.accueil.ingest.publishing;

/// Kafka did not acknowledge in time. It may still have it: events from outside have computed ids, so that a repetition
/// is harmless.
public class NotPublished extends RuntimeException {

    NotPublished(Throwable cause) {
        super("Kafka did not acknowledge in time", cause);
    }
}
