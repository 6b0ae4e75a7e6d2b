package fr.accueil.simulator.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonTypeName;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The append-only truth. A fact is on disk before anything follows from it; whoever keeps a state folds the lines.
/// Writing is a few microseconds into the page cache, so it is done where the fact happens, on the event loop too.
@Component
public class Ledger {

    private static final Logger log = LoggerFactory.getLogger(Ledger.class);
    private static final int PAGE = 500;

    private final JsonMapper json;
    private final Clock clock;
    private final List<Fold> folds;
    private final LedgerFile file;
    private final List<String> kinds = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Sinks.Many<Long> grown = Sinks.many().multicast().directBestEffort();

    Ledger(LedgerSettings settings, JsonMapper json, Clock clock, List<Fold> folds) {
        this.json = json;
        this.clock = clock;
        this.folds = folds;
        this.file = new LedgerFile(settings.folder().resolve("ledger.jsonl"));
        replay();
    }

    private void replay() {
        for (var from = 0; from < file.size(); from += PAGE) {
            file.read(from, PAGE).forEach(this::replay);
        }
        log.info("Ledger opened with {} lines", file.size());
    }

    private void replay(byte[] bytes) {
        var line = toLine(bytes, kinds.size() + 1L);
        kinds.add(kindOf(line.data()));
        folds.forEach(fold -> fold.apply(line));
    }

    private Line toLine(byte[] bytes, long n) {
        try {
            return json.readValue(bytes, Line.class);
        } catch (JacksonException e) {
            log.warn("Line {} of the ledger cannot be read and is skipped: {}", n, e.getOriginalMessage());
            return new Line(n, Instant.EPOCH, new Fact.Unknown());
        }
    }

    public Line append(Fact fact) {
        lock.lock();
        try {
            var line = new Line(file.size() + 1L, clock.instant(), fact);
            file.append(json.writeValueAsBytes(line));
            kinds.add(kindOf(fact));
            folds.forEach(fold -> fold.apply(line));
            grown.tryEmitNext(line.n());
            return line;
        } finally {
            lock.unlock();
        }
    }

    public long size() {
        return file.size();
    }

    /// Lines after number `after`, as they stand on disk; at most `limit`, of the one kind if one is given.
    public Page read(long after, String kind, int limit) {
        var found = find(after, kind, limit);
        var lines = new ArrayList<String>();
        for (var run : found.runs) {
            file.read(run.from, run.count).forEach(line -> lines.add(new String(line, UTF_8)));
        }
        return new Page(lines, found.next);
    }

    /// Where the wanted lines stand, from memory: only they are read from disk.
    private Found find(long after, String kind, int limit) {
        var runs = new ArrayList<Run>();
        lock.lock();
        try {
            var at = (int) Math.min(after, kinds.size());
            for (var left = limit; left > 0 && at < kinds.size(); at++) {
                if (kind.isEmpty() || kind.equals(kinds.get(at))) {
                    var last = runs.isEmpty() ? null : runs.getLast();
                    if (last != null && last.from + last.count == at) {
                        runs.set(runs.size() - 1, new Run(last.from, last.count + 1));
                    } else {
                        runs.add(new Run(at, 1));
                    }
                    left--;
                }
            }
            return new Found(runs, at);
        } finally {
            lock.unlock();
        }
    }

    /// Every line after number `after`, then each new one. A slow reader gets them later, but all of them.
    public Flux<Line> follow(long after) {
        return Flux.defer(() -> {
            var reached = new long[] {after};
            return grown.asFlux()
                    .onBackpressureLatest()
                    .startWith(after)
                    .publishOn(Schedulers.boundedElastic(), 1)
                    .concatMapIterable(_ -> readOn(reached), 1);
        });
    }

    private List<Line> readOn(long[] reached) {
        var lines = new ArrayList<Line>();
        List<byte[]> page;
        do {
            page = file.read((int) reached[0], PAGE);
            for (var bytes : page) {
                lines.add(toLine(bytes, ++reached[0]));
            }
        } while (page.size() == PAGE);
        return lines;
    }

    private static String kindOf(Fact fact) {
        return Objects.requireNonNull(fact.getClass().getAnnotation(JsonTypeName.class))
                .value();
    }

    @PreDestroy
    void close() throws IOException {
        file.close();
    }

    private record Run(int from, int count) {}

    private record Found(List<Run> runs, int next) {}

    /// @param lines JSON texts
    /// @param next the number to ask with for what follows
    public record Page(List<String> lines, long next) {}
}
