package fr.accueil.router.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the measure took of the machine.
///
/// @param messages how many were read
/// @param startMilliseconds from the start of the process until it could read
/// @param peakMegabytes of resident memory; 0 where the system does not tell
record Footprint(int messages, double p50, double p95, double p99, long startMilliseconds, long peakMegabytes) {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";

    static Footprint of(List<Double> milliseconds, long startMilliseconds) throws IOException {
        return new Footprint(
                milliseconds.size(),
                Shares.percentile(milliseconds, 50),
                Shares.percentile(milliseconds, 95),
                Shares.percentile(milliseconds, 99),
                startMilliseconds,
                peak());
    }

    static long sinceStart() {
        var started = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        return Duration.between(started, Instant.now()).toMillis();
    }

    private static long peak() throws IOException {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(it -> it.startsWith(PEAK))
                    .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("messages", messages);
        map.put("p50_ms", Shares.rounded(p50));
        map.put("p95_ms", Shares.rounded(p95));
        map.put("p99_ms", Shares.rounded(p99));
        map.put("startup_ms", startMilliseconds);
        map.put("peak_resident_mb", peakMegabytes);
        return map;
    }
}
