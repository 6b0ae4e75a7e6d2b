package fr.accueil.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Small shell scripts in the place of services. Each is ready once it has written its mark.
record FakeProcess(Path folder) {

    /// Lives until it is asked to end.
    ProcessSpec obedient(String name, int layer) {
        return process(
                name,
                layer,
                "trap 'echo ended >> \"$MARK.ended\"; exit 0' TERM INT; touch \"$MARK\"; "
                        + "while :; do sleep 0.05; done");
    }

    ProcessSpec stubborn(String name) {
        return process(name, 1, "trap '' TERM; touch \"$MARK\"; while :; do sleep 0.05; done");
    }

    ProcessSpec broken(String name) {
        return process(name, 1, "echo 'the port is missing'; exit 3");
    }

    ProcessSpec neverReady(String name) {
        return process(name, 1, "echo 'still thinking'; while :; do sleep 0.05; done");
    }

    private ProcessSpec process(String name, int layer, String script) {
        var mark = folder.resolve(name + ".ready");
        return new ProcessSpec(
                name,
                1,
                layer,
                "http://localhost:1",
                List.of("bash", "-c", script),
                Map.of("MARK", mark.toString()),
                folder.resolve(name + ".log"),
                () -> mark.toFile().delete(),
                () -> Files.exists(mark),
                ProcessSpec.StopSignal.TERM,
                Duration.ofSeconds(2),
                Duration.ofMillis(700));
    }
}
