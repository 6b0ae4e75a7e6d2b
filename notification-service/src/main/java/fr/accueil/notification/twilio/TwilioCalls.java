package fr.accueil.notification.twilio;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/// How long Twilio takes and what it answers: `accueil.twilio.calls` by call, outcome and Twilio's code.
class TwilioCalls {

    private final MeterRegistry meters;

    TwilioCalls(MeterRegistry meters) {
        this.meters = meters;
    }

    <T> Mono<T> measured(String call, Mono<T> request) {
        return Mono.defer(() -> {
            var started = Timer.start(meters);
            return request.doOnSuccess(_ -> stop(started, call, "ok", "none"))
                    .doOnError(failure -> stop(started, call, outcome(failure), code(failure)));
        });
    }

    private void stop(Timer.Sample started, String call, String outcome, String code) {
        started.stop(Timer.builder("accueil.twilio.calls")
                .description("Calls to Twilio's API")
                .tag("call", call)
                .tag("outcome", outcome)
                .tag("code", code)
                .publishPercentileHistogram()
                .register(meters));
    }

    private static String outcome(Throwable failure) {
        if (failure instanceof TwilioRefusal refusal) {
            return String.valueOf(refusal.status());
        }
        return failure instanceof TimeoutException ? "timeout" : "unreachable";
    }

    private static String code(Throwable failure) {
        return failure instanceof TwilioRefusal refusal && refusal.code() != null
                ? refusal.code().toString()
                : "none";
    }
}
