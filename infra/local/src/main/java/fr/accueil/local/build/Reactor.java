package fr.accueil.local.build;

import fr.accueil.local.display.Progress;
import fr.accueil.local.process.Logs;
import fr.accueil.local.settings.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Maven over the modules whose jars the stack runs, and what they stand on. Skipped when nothing changed since it last
/// went well.
public final class Reactor {

    private static final Pattern MODULE = Pattern.compile("<module>\\s*([^<\\s]+)\\s*</module>");
    private static final Pattern BUILDING =
            Pattern.compile("Building (?:Accueil :: )?(.+?) [\\w.-]+\\s+\\[(\\d+)/(\\d+)]");

    private final Home home;
    private final Path stamp;
    private final Path log;

    public Reactor(Home home) {
        this.home = home;
        this.stamp = home.data("build.stamp");
        this.log = home.log("build");
    }

    /// @param modules folders of the modules that run, relative to the root
    /// @param jars what has to be there afterwards
    /// @throws BuildFailed when Maven fails
    public void build(List<String> modules, List<Path> jars, Progress.Step step) {
        var sources = SourceStamp.of(home.root(), allModules());
        if (sources.equals(lastBuilt()) && jars.stream().allMatch(Files::exists)) {
            step.done("nothing changed since the last build");
            return;
        }
        Logs.startAnew(log);
        run(modules, step);
        remember(sources);
        step.done("");
    }

    private void run(List<String> modules, Progress.Step step) {
        var command = List.of(
                "mvn",
                "-B",
                "-ntp",
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true",
                "-pl",
                String.join(",", modules),
                "-am",
                "package");
        var builder =
                new ProcessBuilder(command).directory(home.root().toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            var maven = builder.start();
            try (var out = maven.inputReader();
                    var kept = Files.newBufferedWriter(log)) {
                for (var line = out.readLine(); line != null; line = out.readLine()) {
                    kept.write(line);
                    kept.newLine();
                    show(line, step);
                }
            }
            if (maven.waitFor() != 0) {
                throw new BuildFailed(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run Maven", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void show(String line, Progress.Step step) {
        var building = BUILDING.matcher(line);
        if (building.find()) {
            step.working(building.group(2) + "/" + building.group(3) + " " + building.group(1));
        }
    }

    private List<String> allModules() {
        try {
            var modules = new ArrayList<String>();
            var found = MODULE.matcher(Files.readString(home.root().resolve("pom.xml")));
            while (found.find()) {
                modules.add(found.group(1));
            }
            return modules;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the root pom.xml", e);
        }
    }

    private String lastBuilt() {
        try (Stream<String> lines = Files.lines(stamp)) {
            return lines.findFirst().orElse("");
        } catch (IOException never) {
            return "";
        }
    }

    private void remember(String sources) {
        try {
            Files.writeString(stamp, sources + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + stamp, e);
        }
    }

    public static final class BuildFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Path log;

        BuildFailed(Path log) {
            super("Maven could not build the stack");
            this.log = log;
        }

        public Path log() {
            return log;
        }
    }
}
