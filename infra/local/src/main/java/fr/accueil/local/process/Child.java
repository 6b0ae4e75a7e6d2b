package fr.accueil.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One process under watch: started, and started again whenever it dies, until it is stopped.
public final class Child {

    private final ProcessSpec spec;
    private final PidFile pidFile;
    private final Runnable changed;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile boolean stopping;
    private volatile @Nullable Process process;
    private volatile int deaths;

    Child(ProcessSpec spec, PidFile pidFile, Runnable changed) {
        this.spec = spec;
        this.pidFile = pidFile;
        this.changed = changed;
    }

    public ProcessSpec spec() {
        return spec;
    }

    /// The last one it had: a process that died keeps it until its successor is there.
    public Optional<Long> pid() {
        return Optional.ofNullable(process).map(Process::pid);
    }

    public boolean isRunning() {
        var last = process;
        return last != null && last.isAlive();
    }

    /// How often it died without being asked to.
    int deaths() {
        return deaths;
    }

    void start() {
        Thread.ofVirtual().name(spec.label()).start(this::watch);
    }

    private void watch() {
        try {
            while (!stopping) {
                var born = Instant.now();
                run();
                if (!stopping) {
                    deaths++;
                    changed.run();
                    pause(backoff.after(Duration.between(born, Instant.now())));
                }
            }
        } finally {
            pidFile.delete();
            ended.countDown();
        }
    }

    private void run() {
        try {
            spec.beforeStart().run();
            launch().waitFor();
        } catch (IOException | UncheckedIOException e) {
            Logs.append(spec.log(), "could not be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private synchronized Process launch() throws IOException, InterruptedException {
        if (stopping) {
            throw new InterruptedException("stopped before it started");
        }
        var builder = new ProcessBuilder(OwnSession.of(spec.command()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        builder.environment().putAll(spec.environment());
        var started = builder.start();
        process = started;
        pidFile.write(started.toHandle(), spec.stop());
        changed.run();
        return started;
    }

    /// Ends it cleanly, or after its patience the hard way. Returns once it is gone.
    void stop() {
        Process running;
        synchronized (this) {
            stopping = true;
            running = process;
        }
        if (running != null && running.isAlive()) {
            Signals.send(running.toHandle(), spec.stop());
            if (!ended(spec.stopPatience())) {
                running.destroyForcibly();
            }
        }
        ended(Duration.ofSeconds(10));
        changed.run();
    }

    private boolean ended(Duration patience) {
        try {
            return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void pause(Duration duration) {
        var until = System.nanoTime() + duration.toNanos();
        while (!stopping && System.nanoTime() < until) {
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopping = true;
            }
        }
    }
}
