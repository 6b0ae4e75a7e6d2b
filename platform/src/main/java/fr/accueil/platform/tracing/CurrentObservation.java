package fr.accueil.platform.tracing;

import io.micrometer.context.ThreadLocalAccessor;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The observation that a reactive chain belongs to, at hand in whichever thread the chain runs just now.
///
/// Micrometer's own accessor opens a scope at each signal of a chain, and OpenTelemetry's with it: nearly half of all
/// the
/// time that a message cost. This one only remembers the observation. What looks for an open scope by itself (a Kafka
/// template, for the parent of its own observation) is called in [#scoped].
public final class CurrentObservation {

    private static final ThreadLocal<@Nullable Observation> IN_CHAIN = new ThreadLocal<>();

    private CurrentObservation() {}

    /// Runs this with the chain's observation opened as a scope of the thread.
    public static <T> T scoped(Supplier<T> work) {
        var observation = IN_CHAIN.get();
        return observation == null ? work.get() : observation.scoped(work);
    }

    /// The span of the chain that runs in this thread, or of the thread's own scope; null when there is none.
    public static @Nullable Span span() {
        var chain = IN_CHAIN.get();
        return spanOf(
                chain == null ? ObservationThreadLocalAccessor.getInstance().getValue() : chain);
    }

    /// The span of the chain that runs in this thread, or null.
    public static @Nullable Span spanOfChain() {
        return spanOf(IN_CHAIN.get());
    }

    private static @Nullable Span spanOf(@Nullable Observation observation) {
        if (observation == null) {
            return null;
        }
        TracingContext context = observation.getContextView().get(TracingContext.class);
        return context == null ? null : context.getSpan();
    }

    /// In the place of Micrometer's, under its key.
    static final class Accessor implements ThreadLocalAccessor<Observation> {

        private final ObservationThreadLocalAccessor scopes = ObservationThreadLocalAccessor.getInstance();

        @Override
        public Object key() {
            return ObservationThreadLocalAccessor.KEY;
        }

        @Override
        public @Nullable Observation getValue() {
            var chain = IN_CHAIN.get();
            return chain == null ? scopes.getValue() : chain;
        }

        @Override
        public void setValue(Observation observation) {
            IN_CHAIN.set(observation);
        }

        @Override
        public void setValue() {
            IN_CHAIN.remove();
        }

        /// What a thread has of its own scope is not the chain's.
        @Override
        public void restore(Observation before) {
            if (before == scopes.getValue()) {
                IN_CHAIN.remove();
            } else {
                IN_CHAIN.set(before);
            }
        }
    }
}
