package fr.accueil.notification.media;

/// It may be there at the next try.
class NotFetched extends RuntimeException {

    NotFetched(String reason) {
        super(reason);
    }

    /// Without the message of what the network says, which may hold an address.
    NotFetched(Throwable failure) {
        super(failure.getClass().getSimpleName());
    }
}
