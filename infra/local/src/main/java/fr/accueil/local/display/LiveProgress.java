package fr.accueil.local.display;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// For a terminal: the whole list at once, redrawn in place ten times a second.
final class LiveProgress implements Progress {

    private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String DIM = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";
    private static final int WIDTH = width();

    private enum State {
        TO_COME,
        WORKING,
        DONE,
        FAILED
    }

    private final PrintStream out;
    private final List<Line> lines = new ArrayList<>();
    private final Thread painter;
    private volatile boolean closed;
    private int drawn;
    private int frame;

    LiveProgress(PrintStream out) {
        this.out = out;
        this.painter = Thread.ofVirtual().start(this::paint);
    }

    @Override
    public Step step(String name) {
        var line = new Line(name);
        synchronized (lines) {
            lines.add(line);
        }
        return line;
    }

    @Override
    public void close() {
        closed = true;
        try {
            painter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        draw();
    }

    private void paint() {
        while (!closed) {
            draw();
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void draw() {
        synchronized (lines) {
            var screen = new StringBuilder(drawn == 0 ? "" : "\u001b[" + drawn + "A");
            lines.forEach(line ->
                    screen.append("\r\u001b[2K").append(line.show(frame)).append('\n'));
            out.print(screen);
            out.flush();
            drawn = lines.size();
            frame++;
        }
    }

    private static int width() {
        var columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : 80;
    }

    private static final class Line implements Step {

        private final String name;
        private State state = State.TO_COME;
        private String detail = "";
        private @Nullable Instant began;
        private String took = "";

        Line(String name) {
            this.name = name;
        }

        @Override
        public synchronized void working(String now) {
            if (began == null) {
                began = Instant.now();
            }
            state = State.WORKING;
            detail = now;
        }

        @Override
        public synchronized void done(String result) {
            end(State.DONE, result);
        }

        @Override
        public synchronized void failed(String why) {
            end(State.FAILED, why);
        }

        private void end(State end, String result) {
            took = began == null ? "" : PlainProgress.Seconds.since(began);
            state = end;
            detail = result;
        }

        private synchronized String show(int frame) {
            return switch (state) {
                case TO_COME -> DIM + "  · " + name + PLAIN;
                case WORKING -> YELLOW + "  " + SPINNER.charAt(frame % SPINNER.length()) + PLAIN + " " + text(since());
                case DONE -> GREEN + "  ✓" + PLAIN + " " + text(took);
                case FAILED -> RED + "  ✗" + PLAIN + " " + text(took);
            };
        }

        private String since() {
            return began == null ? "" : PlainProgress.Seconds.since(began);
        }

        /// One line of the terminal and no more, or the next drawing would begin a line too low.
        private String text(String time) {
            var rest = Math.max(0, WIDTH - 40);
            var shown = detail.length() > rest ? detail.substring(0, Math.max(0, rest - 1)) + "…" : detail;
            return "%-22s %8s  %s%s%s".formatted(name, time, DIM, shown, PLAIN);
        }
    }
}
