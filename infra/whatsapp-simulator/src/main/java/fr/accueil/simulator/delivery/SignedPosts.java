package fr.accueil.simulator.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.accueil.simulator.delivery.ConnectionOverrides.Cause;
import fr.accueil.simulator.ledger.Fact.Attempted;
import fr.accueil.simulator.signature.TwilioSignature;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.timeout.ReadTimeoutException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/// Posts signed forms as Twilio does, each try on a connection of its own, with the retries that the address asks for.
@Component
public class SignedPosts {

    private static final int ANSWER_LENGTH = 64 * 1024;

    private final DeliverySettings settings;
    private final HttpClient http = HttpClient.create(ConnectionProvider.newConnection())
            .disableRetry(true)
            .headers(headers -> headers.set("User-Agent", "TwilioProxy/1.1")
                    .set("Accept", "*/*")
                    .set("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                    .set("X-Home-Region", "us1"));

    SignedPosts(DeliverySettings settings) {
        this.settings = settings;
    }

    /// Every try, the last one settled. Never fails: what goes wrong is in the tries.
    public Flux<Attempted> requestTries(Post post) {
        var overrides = post.overrides();
        return Flux.defer(() -> {
            var course = new Course(post, overrides, System.nanoTime());
            return requestTry(course, 1).expand(last -> requestNext(course, last));
        });
    }

    private Mono<Attempted> requestNext(Course course, Attempted last) {
        return last.settled()
                ? Mono.empty()
                : Mono.delay(settings.pauseBefore(last.number())).then(requestTry(course, last.number() + 1));
    }

    private Mono<Attempted> requestTry(Course course, int number) {
        return Mono.defer(() -> {
            var began = System.nanoTime();
            return request(course)
                    .timeout(course.left())
                    .onErrorResume(Exception.class, error -> Mono.just(new Result(null, null, null, Map.of(), error)))
                    .map(result -> toAttempted(course, number, result, since(began)));
        });
    }

    private Mono<Result> request(Course course) {
        var post = course.post;
        var signature = TwilioSignature.of(post.authToken(), post.signedAddress(), post.formValues());
        return http.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        course.overrides.connectTimeout().toMillis())
                .responseTimeout(course.overrides.readTimeout())
                .headers(headers -> {
                    post.headers().forEach(headers::set);
                    headers.set("X-Twilio-Signature", signature);
                })
                .post()
                .uri(settings.route(post.signedAddress()))
                .send(ByteBufMono.fromString(Mono.just(encode(post.form()))))
                .responseSingle((response, body) ->
                        body.asString(UTF_8).defaultIfEmpty("").map(text -> toResult(response, text)));
    }

    private static Result toResult(HttpClientResponse response, String text) {
        var headers = response.responseHeaders();
        return new Result(
                response.status().code(),
                headers.get("Content-Type"),
                text.length() > ANSWER_LENGTH ? text.substring(0, ANSWER_LENGTH) : text,
                ownHeaders(headers),
                null);
    }

    /// The headers by which our services say more than Twilio would look at.
    private static Map<String, String> ownHeaders(HttpHeaders headers) {
        var own = new TreeMap<String, String>();
        headers.forEach(header -> {
            if (header.getKey().regionMatches(true, 0, "Accueil-", 0, 8)) {
                own.put(header.getKey(), header.getValue());
            }
        });
        return own;
    }

    private Attempted toAttempted(Course course, int number, Result result, Duration took) {
        var cause = result.cause();
        var again = cause != null
                && course.overrides.retried().contains(cause)
                && number <= course.overrides.retries()
                && course.left().compareTo(settings.pauseBefore(number)) > 0;
        return new Attempted(
                number,
                settings.route(course.post.signedAddress()),
                course.post.signedAddress(),
                result.status,
                result.error == null ? null : describe(result.error),
                result.contentType,
                result.answer,
                result.headers,
                took.toMillis(),
                !again);
    }

    private static String describe(Exception error) {
        return error.getClass().getSimpleName() + (error.getMessage() == null ? "" : ": " + error.getMessage());
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /// The tries of one post, all inside one total time.
    private record Course(Post post, ConnectionOverrides overrides, long began) {

        Duration left() {
            var left = overrides.totalTimeout().minus(since(began));
            return left.isPositive() ? left : Duration.ofMillis(1);
        }
    }

    private record Result(
            @Nullable Integer status,
            @Nullable String contentType,
            @Nullable String answer,
            Map<String, String> headers,
            @Nullable Exception error) {

        /// Twilio does not say how a connection that breaks before the first byte counts; here it counts as one that
        /// was not made.
        @Nullable
        Cause cause() {
            if (status == null) {
                return error instanceof ReadTimeoutException || error instanceof TimeoutException
                        ? Cause.READ_TIMEOUT
                        : Cause.CONNECT;
            }
            if (status >= 500) {
                return Cause.SERVER_ERROR;
            }
            return status >= 400 ? Cause.CLIENT_ERROR : null;
        }
    }
}
