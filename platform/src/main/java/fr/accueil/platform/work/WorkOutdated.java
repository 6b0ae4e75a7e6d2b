package fr.accueil.platform.work;

/// What was being worked on is no longer so: the lease is given back at once and nothing is counted as a failure.
public class WorkOutdated extends RuntimeException {

    public WorkOutdated(String why) {
        super(why, null, false, false);
    }
}
