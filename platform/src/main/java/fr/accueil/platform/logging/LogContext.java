package fr.accueil.platform.logging;

import io.micrometer.context.ThreadLocalAccessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/// What each log line of a message carries: tenant, conversation, message. In a thread it is SLF4J's MDC; in a
/// reactive chain it travels in the context.
///
/// `chain.contextWrite(LogContext.of(Map.of(LogContext.TENANT, tenant.toString())))`
public final class LogContext {

    public static final String TENANT = "tenant";
    public static final String CONVERSATION = "conversation";

    /// Not `message`: that is the text of the line in JSON, and a name written twice loses the line.
    public static final String MESSAGE = "messageId";

    private static final List<String> KEYS = List.of(TENANT, CONVERSATION, MESSAGE);
    private static final String CONTEXT_KEY = "accueil.log";

    private LogContext() {}

    /// For `contextWrite`: the log lines of this chain say these besides what they say already.
    public static Function<Context, Context> of(Map<String, String> fields) {
        return context -> context.put(CONTEXT_KEY, merged(context, fields));
    }

    /// For a thread of our own: says these from now on.
    public static void put(Map<String, String> fields) {
        fields.forEach(MDC::put);
    }

    /// For a thread of our own: says nothing of ours any more.
    public static void clear() {
        KEYS.forEach(MDC::remove);
    }

    private static Map<String, String> merged(ContextView context, Map<String, String> fields) {
        Map<String, String> known = context.getOrDefault(CONTEXT_KEY, Map.of());
        var all = new LinkedHashMap<>(known == null ? Map.of() : known);
        all.putAll(fields);
        return Map.copyOf(all);
    }

    /// Moves our keys of the MDC with the reactive context, and leaves the others (the trace's) alone.
    public static final class Accessor implements ThreadLocalAccessor<Map<String, String>> {

        @Override
        public Object key() {
            return CONTEXT_KEY;
        }

        @Override
        public @Nullable Map<String, String> getValue() {
            var now = new LinkedHashMap<String, String>();
            for (var key : KEYS) {
                var value = MDC.get(key);
                if (value != null) {
                    now.put(key, value);
                }
            }
            return now.isEmpty() ? null : Map.copyOf(now);
        }

        @Override
        public void setValue(Map<String, String> fields) {
            clear();
            put(fields);
        }

        @Override
        public void setValue() {
            clear();
        }
    }
}
