package fr.accueil.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Watches the processes of the stack as an orchestrator would: one that dies is started again; all are stopped in the
/// reverse of the order they were started in.
public final class Supervisor {

    private static final int DEATHS_BEFORE_GIVING_UP = 3;

    private final Path pids;
    private final Consumer<List<Child>> changed;
    private final List<Child> children = new ArrayList<>();
    private boolean stopping;

    /// @param changed is told after each start and each end of a process
    public Supervisor(Path pids, Consumer<List<Child>> changed) {
        this.pids = pids;
        this.changed = changed;
    }

    public Child start(ProcessSpec spec) {
        Logs.startAnew(spec.log());
        var child = new Child(spec, new PidFile(pids.resolve(spec.label() + ".pid")), this::tell);
        synchronized (children) {
            if (stopping) {
                throw new IllegalStateException("the stack is being stopped");
            }
            children.add(child);
        }
        child.start();
        return child;
    }

    /// Waits until it can be used.
    ///
    /// @throws NotHealthy when it dies again and again, or takes too long
    public void awaitReady(Child child) {
        var spec = child.spec();
        var until = Instant.now().plus(spec.startPatience());
        while (!(child.isRunning() && spec.readiness().isReady())) {
            if (child.deaths() >= DEATHS_BEFORE_GIVING_UP) {
                throw new NotHealthy(spec.label(), "ended " + child.deaths() + " times while starting", spec.log());
            }
            if (Instant.now().isAfter(until)) {
                throw new NotHealthy(
                        spec.label(),
                        "was not ready after " + spec.startPatience().toSeconds() + " s",
                        spec.log());
            }
            rest();
        }
    }

    public List<Child> children() {
        synchronized (children) {
            return List.copyOf(children);
        }
    }

    public List<Child> instances(String name) {
        return children().stream().filter(it -> it.spec().name().equals(name)).toList();
    }

    public void stop(Child child) {
        child.stop();
        synchronized (children) {
            children.remove(child);
        }
        tell();
    }

    /// The highest layer first; what stands beside each other is stopped at the same time.
    ///
    /// @param watcher is told of each before it is stopped
    public void stopAll(Consumer<Child> watcher) {
        synchronized (children) {
            stopping = true;
        }
        var layers = new TreeMap<Integer, List<Child>>(Comparator.reverseOrder());
        children()
                .forEach(it -> layers.computeIfAbsent(it.spec().layer(), _ -> new ArrayList<>())
                        .add(it));
        layers.values().forEach(layer -> {
            layer.forEach(watcher);
            stopTogether(layer);
        });
    }

    private void stopTogether(List<Child> layer) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            layer.forEach(child -> threads.execute(() -> stop(child)));
        }
    }

    /// Ends what a launcher that was killed has left running: the youngest first, since it stands on the older ones.
    ///
    /// @return how many there were
    public static int stopOrphans(Path pids, Duration patience) {
        var orphans = orphans(pids);
        orphans.forEach(orphan -> {
            Signals.send(orphan.process(), orphan.stop());
            var until = Instant.now().plus(patience);
            while (orphan.process().isAlive() && Instant.now().isBefore(until)) {
                rest();
            }
            orphan.process().destroyForcibly();
            orphan.file().delete();
        });
        return orphans.size();
    }

    private record Orphan(PidFile file, ProcessHandle process, ProcessSpec.StopSignal stop) {}

    private static List<Orphan> orphans(Path pids) {
        try (Stream<Path> files = Files.list(pids)) {
            return files.filter(it -> it.toString().endsWith(".pid"))
                    .map(PidFile::new)
                    .flatMap(file -> file.find().map(it -> new Orphan(file, it.process(), it.stop())).stream())
                    .sorted((one, other) -> started(other).compareTo(started(one)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for processes left behind in " + pids, e);
        }
    }

    private static Instant started(Orphan orphan) {
        return orphan.process().info().startInstant().orElse(Instant.EPOCH);
    }

    private void tell() {
        synchronized (changed) {
            changed.accept(children());
        }
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a process", e);
        }
    }
}
