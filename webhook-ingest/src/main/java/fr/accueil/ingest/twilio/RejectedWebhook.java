package fr.accueil.ingest.twilio;

/// A webhook that is not taken. Without a stack trace: strangers can cause as many of them as they like.
class RejectedWebhook extends RuntimeException {

    private final Rejection rejection;

    RejectedWebhook(Rejection rejection) {
        super(rejection.reason(), null, false, false);
        this.rejection = rejection;
    }

    Rejection rejection() {
        return rejection;
    }
}
