package fr.accueil.ingest.twilio;

import fr.accueil.ingest.facts.SignatureAlarms;
import org.springframework.stereotype.Component;

/// What becomes of a webhook whose signature is wrong: counted against who called, and, as long as these do not come in
/// masses, told to the business whose channel was called.
@Component
class WrongSignatures {

    private final FailureLimit limit;
    private final ProveOrigin proveOrigin;
    private final Diagnosis diagnosis;
    private final SignatureAlarms alarms;

    WrongSignatures(FailureLimit limit, ProveOrigin proveOrigin, Diagnosis diagnosis, SignatureAlarms alarms) {
        this.limit = limit;
        this.proveOrigin = proveOrigin;
        this.diagnosis = diagnosis;
        this.alarms = alarms;
    }

    /// The rejection to answer with.
    RejectedWebhook judge(ReceivedWebhook webhook, RejectedWebhook rejected) {
        if (!rejected.rejection().isOfStranger()) {
            return rejected;
        }
        if (!limit.allows(webhook.sender().address())) {
            return new RejectedWebhook(Rejection.TOO_MANY_FAILURES);
        }
        proveOrigin.addressed(webhook.form()).forEach(it -> alarms.raise(it, () -> diagnosis.of(webhook, it)));
        return rejected;
    }
}
