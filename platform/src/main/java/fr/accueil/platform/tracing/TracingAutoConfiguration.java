package fr.accueil.platform.tracing;

import fr.accueil.platform.logging.LogContext;
import io.micrometer.context.ContextRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

@AutoConfiguration(
        afterName = {
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration"
        })
public class TracingAutoConfiguration {

    /// What a log line says of itself follows the work from thread to thread.
    public TracingAutoConfiguration() {
        var registry = ContextRegistry.getInstance();
        registry.registerThreadLocalAccessor(new LogContext.Accessor());
        registry.removeThreadLocalAccessor(ObservationThreadLocalAccessor.KEY);
        registry.registerThreadLocalAccessor(new CurrentObservation.Accessor());
    }

    @Bean
    TraceCarrier traceCarrier(ObjectProvider<Tracer> tracer, ObjectProvider<ObservationRegistry> observations) {
        return new TraceCarrier(
                tracer.getIfAvailable(() -> Tracer.NOOP), observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }
}
