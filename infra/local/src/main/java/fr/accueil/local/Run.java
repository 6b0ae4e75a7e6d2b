package fr.accueil.local;

import fr.accueil.local.display.Progress;
import fr.accueil.local.process.Supervisor;
import fr.accueil.local.settings.Home;
import fr.accueil.local.settings.Variables;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One life of the launcher: alone in its folder, rid of what a killed one left behind, and down in order when a signal
/// comes.
record Run(Home home, Variables variables, PrintStream out) {

    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(15);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(90);

    /// @return the exit code, when the stack did not come up; otherwise a signal ends the process
    int run() throws InterruptedException {
        var lock = LauncherLock.of(home);
        if (!lock.take()) {
            out.println("✗ The stack is running already" + holder(lock) + ". " + home.show(home.stackFile())
                    + " says where; \"make stop\" ends it.");
            return 1;
        }
        stopOrphans();
        var stack = new Stack(home, variables, out);
        var end = new End(stack, lock, out);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(end));
        start(stack, end);
        stack.openDoor();
        stack.welcome();
        lock.sayHealthy();
        new CountDownLatch(1).await();
        return 0;
    }

    /// Ends the launcher that runs, or what is left of one that was killed.
    int stop() throws InterruptedException {
        var lock = LauncherLock.of(home);
        if (lock.take()) {
            out.println(stopOrphans() == 0 ? "Nothing was running." : "Stopped.");
            return 0;
        }
        var running = lock.holder();
        running.ifPresent(ProcessHandle::destroy);
        var until = Instant.now().plus(STOP_PATIENCE);
        while (running.filter(ProcessHandle::isAlive).isPresent()
                && Instant.now().isBefore(until)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        var alive = running.filter(ProcessHandle::isAlive).isPresent();
        out.println(alive ? "✗ The launcher does not end" + holder(lock) + "." : "Stopped.");
        return alive ? 1 : 0;
    }

    private void start(Stack stack, End end) {
        try (var progress = Progress.on(Boolean.getBoolean("accueil.terminal"), out)) {
            stack.start(progress);
        } catch (RuntimeException e) {
            end.failed();
            throw e;
        }
    }

    private int stopOrphans() {
        var stopped = Supervisor.stopOrphans(home.pids(), ORPHAN_PATIENCE);
        if (stopped > 0) {
            out.println("Stopped " + stopped + " processes that an earlier launcher left behind.");
        }
        home.forgetRun();
        return stopped;
    }

    private static String holder(LauncherLock lock) {
        return lock.holder().map(it -> " (process " + it.pid() + ")").orElse("");
    }

    /// What happens when this process is asked to end. After a signal it ends with success, for that is what was asked.
    private static final class End implements Runnable {

        private final Stack stack;
        private final LauncherLock lock;
        private final PrintStream out;
        private volatile boolean failed;

        End(Stack stack, LauncherLock lock, PrintStream out) {
            this.stack = stack;
            this.lock = lock;
            this.out = out;
        }

        void failed() {
            failed = true;
        }

        @Override
        public void run() {
            lock.sayNotHealthy();
            stack.stop();
            if (!failed) {
                out.println("  stopped; data stay.");
                Runtime.getRuntime().halt(0);
            }
        }
    }
}
