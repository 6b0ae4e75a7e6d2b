package fr.accueil.simulator.delivery;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How Twilio treats one webhook address: what stands after its `#`, or Twilio's defaults.
///
/// @param connectTimeout `ct`
/// @param readTimeout `rt`
/// @param totalTimeout `tt`, all tries together
/// @param retries `rc`
/// @param retried `rp`: what is tried again
public record ConnectionOverrides(
        Duration connectTimeout, Duration readTimeout, Duration totalTimeout, int retries, Set<Cause> retried) {

    /// Why a try failed.
    public enum Cause {
        CONNECT,
        READ_TIMEOUT,
        CLIENT_ERROR,
        SERVER_ERROR
    }

    public static final ConnectionOverrides DEFAULT = new ConnectionOverrides(
            Duration.ofMillis(5000),
            Duration.ofMillis(15_000),
            Duration.ofMillis(15_000),
            1,
            EnumSet.of(Cause.CONNECT));

    /// Reads the fragment of an address, with or without its `#`. What is out of range counts as not said.
    public static ConnectionOverrides parse(@Nullable String fragment) {
        var pairs = toPairs(fragment == null ? "" : fragment);
        return new ConnectionOverrides(
                millis(pairs, "ct", 10_000, DEFAULT.connectTimeout),
                millis(pairs, "rt", 15_000, DEFAULT.readTimeout),
                millis(pairs, "tt", 15_000, DEFAULT.totalTimeout),
                Math.toIntExact(number(pairs, "rc", 0, 5, DEFAULT.retries)),
                pairs.containsKey("rp") ? toCauses(pairs.get("rp")) : DEFAULT.retried);
    }

    private static Map<String, String> toPairs(String fragment) {
        var pairs = new HashMap<String, String>();
        for (var pair : fragment.replaceFirst("^#", "").split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return pairs;
    }

    private static Duration millis(Map<String, String> pairs, String name, long most, Duration otherwise) {
        return Duration.ofMillis(number(pairs, name, 100, most, otherwise.toMillis()));
    }

    private static long number(Map<String, String> pairs, String name, long least, long most, long otherwise) {
        var text = pairs.getOrDefault(name, "");
        if (!text.matches("\\d{1,6}")) {
            return otherwise;
        }
        var number = Long.parseLong(text);
        return number >= least && number <= most ? number : otherwise;
    }

    private static Set<Cause> toCauses(@Nullable String list) {
        var causes = EnumSet.noneOf(Cause.class);
        for (var word : (list == null ? "" : list).split(",")) {
            switch (word.strip()) {
                case "ct" -> causes.add(Cause.CONNECT);
                case "rt" -> causes.add(Cause.READ_TIMEOUT);
                case "4xx" -> causes.add(Cause.CLIENT_ERROR);
                case "5xx" -> causes.add(Cause.SERVER_ERROR);
                case "all" -> causes.addAll(EnumSet.allOf(Cause.class));
                default -> {
                    // Twilio ignores what it does not know
                }
            }
        }
        return causes;
    }
}
