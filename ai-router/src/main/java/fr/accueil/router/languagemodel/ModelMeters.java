package fr.accueil.router.languagemodel;

import fr.accueil.router.understanding.Usage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/// How often the model is asked, what it costs, how long it takes, and why it was not believed.
final class ModelMeters {

    private final MeterRegistry meters;
    private final String engine;

    ModelMeters(MeterRegistry meters, String engine) {
        this.meters = meters;
        this.engine = engine;
    }

    /// The local engine was sure.
    void answeredAlone() {
        meters.counter("accueil.model.readings", "by", "local").increment();
    }

    void answered(Duration took) {
        meters.counter("accueil.model.readings", "by", engine).increment();
        Timer.builder("accueil.model.latency")
                .tag("engine", engine)
                .publishPercentileHistogram()
                .register(meters)
                .record(took);
    }

    void called() {
        meters.counter("accueil.model.calls", "engine", engine).increment();
    }

    void paid(Usage usage) {
        meters.counter("accueil.model.tokens", "engine", engine, "direction", "input")
                .increment(usage.inputTokens());
        meters.counter("accueil.model.tokens", "engine", engine, "direction", "output")
                .increment(usage.outputTokens());
        var microEuros = usage.microEuros();
        if (microEuros != null) {
            meters.counter("accueil.model.micro.euros", "engine", engine).increment(microEuros);
        }
    }

    void fellBack(Fallback reason) {
        meters.counter("accueil.model.fallbacks", "engine", engine, "reason", reason.label())
                .increment();
    }

    /// It answered, and its words were not said.
    void wordingDropped() {
        meters.counter("accueil.model.wordings.dropped", "engine", engine).increment();
    }
}
