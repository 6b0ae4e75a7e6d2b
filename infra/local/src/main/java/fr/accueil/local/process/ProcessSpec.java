package fr.accueil.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One process of the stack, as data.
///
/// @param name of the service; several instances share it
/// @param instance from 1
/// @param layer what stands on what: a layer is stopped before those below it
/// @param url where it answers
/// @param environment on top of the launcher's own
/// @param beforeStart what has to be put right before each start
/// @param readiness how it says that it can be used
/// @param stop the signal that it ends cleanly on
public record ProcessSpec(
        String name,
        int instance,
        int layer,
        String url,
        List<String> command,
        Map<String, String> environment,
        Path log,
        Runnable beforeStart,
        Readiness readiness,
        StopSignal stop,
        Duration startPatience,
        Duration stopPatience) {

    public enum StopSignal {
        TERM,
        /// PostgreSQL's "fast" shutdown: it does not wait for its clients to leave.
        INT
    }

    /// What tells instances apart, in file names and on the screen.
    public String label() {
        return instance == 1 ? name : name + "-" + instance;
    }
}
