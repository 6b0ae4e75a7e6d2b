package fr.accueil.events;

/// Bytes that are no event of ours: poison by their own content, never to be retried.
public class UnreadableEvent extends RuntimeException {

    public UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
