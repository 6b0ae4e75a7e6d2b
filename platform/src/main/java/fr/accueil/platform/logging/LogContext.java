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

/// What each log line of a message carries: tenant, conversation, message. In a thread of our own it is SLF4J's MDC; in
/// a
/// reactive chain it travels in the context, and is read where a line is written ([ChainMdc]).
///
/// `chain.contextWrite(LogContext.of(Map.of(LogContext.TENANT, tenant.toString())))`
public final class LogContext {

    public static final String TENANT = "tenant";
    public static final String CONVERSATION = "conversation";

    /// Not `message`: that is the text of the line in JSON, and a name written twice loses the line.
    public static final String MESSAGE = "messageId";

    private static final List<String> KEYS = List.of(TENANT, CONVERSATION, MESSAGE);
    private static final String CONTEXT_KEY = "accueil.log";

    private static final ThreadLocal<@Nullable Map<String, String>> IN_CHAIN = new ThreadLocal<>();

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

    /// What the chain says that runs in this thread.
    static Map<String, String> ofChain() {
        var chain = IN_CHAIN.get();
        return chain == null ? Map.of() : chain;
    }

    private static @Nullable Map<String, String> ofThread() {
        var now = new LinkedHashMap<String, String>();
        for (var key : KEYS) {
            var value = MDC.get(key);
            if (value != null) {
                now.put(key, value);
            }
        }
        return now.isEmpty() ? null : Map.copyOf(now);
    }

    private static Map<String, String> merged(ContextView context, Map<String, String> fields) {
        Map<String, String> known = context.getOrDefault(CONTEXT_KEY, Map.of());
        var all = new LinkedHashMap<>(known == null ? Map.of() : known);
        all.putAll(fields);
        return Map.copyOf(all);
    }

    /// Moves what a chain says with it from thread to thread.
    public static final class Accessor implements ThreadLocalAccessor<Map<String, String>> {

        public Accessor() {
            ChainMdc.install();
        }

        @Override
        public Object key() {
            return CONTEXT_KEY;
        }

        @Override
        public @Nullable Map<String, String> getValue() {
            var chain = IN_CHAIN.get();
            return chain == null ? ofThread() : chain;
        }

        @Override
        public void setValue(Map<String, String> fields) {
            IN_CHAIN.set(fields);
        }

        @Override
        public void setValue() {
            IN_CHAIN.remove();
        }

        /// What a thread says of itself is not the chain's.
        @Override
        public void restore(Map<String, String> before) {
            if (before.equals(ofThread())) {
                IN_CHAIN.remove();
            } else {
                IN_CHAIN.set(before);
            }
        }
    }
}
