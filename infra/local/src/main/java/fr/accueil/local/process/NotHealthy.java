package fr.accueil.local.process;

import java.nio.file.Path;

/// A process that did not become usable, and why we think so.
public final class NotHealthy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String process;
    private final transient Path log;

    NotHealthy(String process, String why, Path log) {
        super(process + " " + why);
        this.process = process;
        this.log = log;
    }

    public String process() {
        return process;
    }

    public Path log() {
        return log;
    }
}
