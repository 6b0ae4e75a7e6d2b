package fr.accueil.notification.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.delivery.Dispatch.Deadline;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Reads from Twilio by the blocking SDK, with no harm in asking twice: each call on a virtual thread of its own, with
/// the account's newest token first and the older one while they rotate.
@Component
class TwilioReading implements DisposableBean {

    private static final int UNAUTHORIZED = 401;
    private static final int BUSY = 429;

    private final TwilioHttp http;
    private final TwilioCalls calls;
    private final Scheduler threads = Schedulers.fromExecutorService(
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("twilio-read-", 0).factory()),
            "twilio-read");

    TwilioReading(TwilioHttp http, MeterRegistry meters) {
        this.http = http;
        this.calls = new TwilioCalls(meters);
    }

    /// @return what the SDK or the network throws, as an error; see [#isOfTwilio]
    <T> Mono<T> read(String call, Channel channel, Duration patience, Function<TwilioRestClient, T> request) {
        return Flux.fromIterable(channel.authTokens())
                .map(token -> client(channel.accountSid(), token))
                .map(client -> calls.measured(call, requested(client, patience, request)))
                .reduce((newer, older) -> newer.onErrorResume(TwilioReading::isUnauthorized, _ -> older))
                .flatMap(Function.identity());
    }

    static boolean isOfTwilio(Throwable failure) {
        return failure instanceof TwilioRefusal
                || failure instanceof TwilioException
                || failure instanceof TimeoutException;
    }

    /// For the manager, French.
    static String sentenceOf(Throwable failure) {
        if (isUnauthorized(failure)) {
            return "Twilio refuse l'accès au compte : vérifiez le jeton d'authentification (Auth Token).";
        }
        return failure instanceof TwilioRefusal refusal && refusal.status() == BUSY
                ? "Twilio demande de patienter."
                : "Twilio ne répond pas pour le moment.";
    }

    /// Without the message of what the SDK or the network says, which may hold an address.
    static String reasonOf(Throwable failure) {
        return failure instanceof TwilioRefusal
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
    }

    @Override
    public void destroy() {
        threads.dispose();
    }

    private <T> Mono<T> requested(TwilioRestClient client, Duration patience, Function<TwilioRestClient, T> request) {
        return Mono.fromCallable(() -> ScopedValue.where(TwilioHttp.DEADLINE, Deadline.in(patience))
                        .call(() -> request.apply(client)))
                .subscribeOn(threads)
                .timeout(patience);
    }

    private TwilioRestClient client(String accountSid, String token) {
        return new TwilioRestClient.Builder(accountSid, token).httpClient(http).build();
    }

    private static boolean isUnauthorized(Throwable failure) {
        return failure instanceof TwilioRefusal refusal && refusal.status() == UNAUTHORIZED;
    }
}
