package fr.accueil.ingest.twilio;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whose threads spend the processor's time while webhooks are taken: service, caller and Kafka are one process in a
/// test, and share what a busy machine leaves them. Compilers and garbage collection are nobody's.
final class ProcessorTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<Long, Long> before = nanos();

    enum Part {
        SERVICE("webflux-http|kafka-send|kafka-producer-network-thread \\| webhook-ingest|parallel-|copy-|channel-facts"
                + "|BatchSpanProcessor|boundedElastic"),
        KAFKA("data-plane|kafka|raft|quorum|broker-|controller-|Expiration|executor-"),
        CALLER("HttpClient|ForkJoinPool|main"),
        REST("");

        private final Pattern threads;

        Part(String threads) {
            this.threads = Pattern.compile(threads);
        }

        static Part of(String thread) {
            return Arrays.stream(values())
                    .filter(it -> it.threads.matcher(thread).find())
                    .findFirst()
                    .orElse(REST);
        }
    }

    /// What was spent since this was made, for each of so many webhooks.
    String perWebhook(int webhooks) {
        var spent = new EnumMap<Part, Long>(Part.class);
        var after = nanos();
        for (var thread : THREADS.getThreadInfo(
                after.keySet().stream().mapToLong(Long::longValue).toArray())) {
            if (thread != null) {
                var id = thread.getThreadId();
                var nanos = after.getOrDefault(id, 0L) - before.getOrDefault(id, 0L);
                spent.merge(Part.of(thread.getThreadName()), nanos, Long::sum);
            }
        }
        var all = spent.values().stream().mapToLong(Long::longValue).sum();
        return spent.entrySet().stream()
                .map(it -> "%s %d%%".formatted(it.getKey(), Math.round(100.0 * it.getValue() / all)))
                .collect(Collectors.joining(", ", "%d µs each, of which ".formatted(all / 1_000 / webhooks), ""));
    }

    private static Map<Long, Long> nanos() {
        var nanos = new HashMap<Long, Long>();
        for (var id : THREADS.getAllThreadIds()) {
            nanos.put(id, Math.max(0, THREADS.getThreadCpuTime(id)));
        }
        return nanos;
    }
}
