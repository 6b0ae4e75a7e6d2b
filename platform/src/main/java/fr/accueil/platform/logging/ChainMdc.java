package fr.accueil.platform.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import fr.accueil.platform.tracing.CurrentObservation;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.MDCAdapter;

/// What Logback reads when a line is written: the thread's MDC, and over it what the reactive chain says that runs in
/// the
/// thread. So nothing needs to be put into the MDC, and taken out again, at each signal of a chain.
final class ChainMdc extends LogbackMDCAdapter {

    private static final String TRACE = "traceId";
    private static final String SPAN = "spanId";

    private final MDCAdapter thread;

    private ChainMdc(MDCAdapter thread) {
        this.thread = thread;
    }

    static void install() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback
                && !(logback.getMDCAdapter() instanceof ChainMdc)) {
            logback.setMDCAdapter(new ChainMdc(logback.getMDCAdapter()));
        }
    }

    @Override
    public Map<String, String> getPropertyMap() {
        var all = new HashMap<String, String>();
        var own = thread.getCopyOfContextMap();
        if (own != null) {
            all.putAll(own);
        }
        var span = CurrentObservation.spanOfChain();
        if (span != null) {
            all.put(TRACE, span.context().traceId());
            all.put(SPAN, span.context().spanId());
        }
        all.putAll(LogContext.ofChain());
        return all;
    }

    @Override
    public Map<String, String> getCopyOfContextMap() {
        return getPropertyMap();
    }

    @Override
    public @Nullable String get(String key) {
        return getPropertyMap().get(key);
    }

    @Override
    public void put(String key, @Nullable String value) {
        thread.put(key, value);
    }

    @Override
    public void remove(String key) {
        thread.remove(key);
    }

    @Override
    public void clear() {
        thread.clear();
    }
}
