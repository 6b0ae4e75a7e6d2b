package fr.accueil.ingest.identity;

/// The topic did not give a new customer's link back in time: who they are is not known yet.
public class NotConfirmed extends RuntimeException {

    NotConfirmed() {
        super("A new customer's link was not read back in time");
    }
}
