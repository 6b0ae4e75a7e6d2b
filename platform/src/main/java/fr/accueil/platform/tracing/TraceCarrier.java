package fr.accueil.platform.tracing;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Tracer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Carries a trace across a row: W3C `traceparent` out when the row is written, an observation of that trace when it
/// is taken up.
public final class TraceCarrier {

    public static final String HEADER = "traceparent";

    private final Tracer tracer;
    private final ObservationRegistry observations;

    public TraceCarrier(Tracer tracer, ObservationRegistry observations) {
        this.tracer = tracer;
        this.observations = observations;
    }

    /// The current span as a `traceparent`, or null outside of any.
    public @Nullable String current() {
        var chain = CurrentObservation.span();
        var span = chain == null ? tracer.currentSpan() : chain;
        if (span == null) {
            return null;
        }
        var context = span.context();
        var sampled = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-%s-%s-%s".formatted(context.traceId(), context.spanId(), sampled);
    }

    /// A started observation in the trace that the row was written in. To be stopped by the caller.
    public Observation resume(@Nullable String traceparent, String name, String kind) {
        var carrier = traceparent == null ? Map.<String, String>of() : Map.of(HEADER, traceparent);
        return Observation.createNotStarted(
                        name,
                        () -> {
                            var context = new ReceiverContext<Map<String, String>>(Map::get);
                            context.setCarrier(carrier);
                            return context;
                        },
                        observations)
                .contextualName(kind)
                .lowCardinalityKeyValue("kind", kind)
                .start();
    }
}
