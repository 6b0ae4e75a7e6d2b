package fr.accueil.platform.work;

/// Another worker has this work now, or it was cancelled: the transaction that would have committed it rolls back.
public class LeaseLost extends RuntimeException {

    LeaseLost(LeasedWork work) {
        super("lease lost: " + work.kind() + " " + work.key(), null, false, false);
    }
}
