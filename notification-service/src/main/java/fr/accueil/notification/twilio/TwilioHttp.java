package fr.accueil.notification.twilio;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import fr.accueil.notification.delivery.Dispatch.Deadline;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The SDK's HTTP client, made safe for calls that must not be repeated: each call is one request (neither the SDK nor
/// Apache's client underneath tries again), its timeouts are real, and nothing leaves after the call's deadline.
class TwilioHttp extends NetworkHttpClient {

    /// Of the call that the current thread makes.
    static final ScopedValue<Deadline> DEADLINE = ScopedValue.newInstance();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Clock clock;

    TwilioHttp(TwilioSettings settings, Clock clock) {
        super(builder(settings));
        this.clock = clock;
    }

    /// The SDK's own retries start here.
    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        var response = super.makeRequest(request);
        if (response.getStatusCode() / 100 != 2) {
            throw refusal(response);
        }
        return response;
    }

    private TwilioRefusal refusal(Response response) {
        return new TwilioRefusal(
                response.getStatusCode(),
                code(response.getContent()),
                header(response, "Retry-After").flatMap(this::toPause).orElse(null),
                header(response, "Twilio-Request-Id").orElse("unnamed"));
    }

    private static @Nullable Integer code(@Nullable String body) {
        try {
            var code = body == null ? null : JSON.readTree(body).path("code");
            return code != null && code.isInt() ? code.intValue() : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    private static Optional<String> header(Response response, String name) {
        return Arrays.stream(response.getHeaders())
                .filter(it -> it.getName().equalsIgnoreCase(name))
                .map(it -> it.getValue())
                .findFirst();
    }

    private Optional<Duration> toPause(String retryAfter) {
        try {
            return Optional.of(
                    retryAfter.chars().allMatch(Character::isDigit)
                            ? Duration.ofSeconds(Long.parseLong(retryAfter))
                            : Duration.between(clock.instant(), toInstant(retryAfter)));
        } catch (DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Instant toInstant(String httpDate) {
        return ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }

    private static HttpClientBuilder builder(TwilioSettings settings) {
        var builder = HttpClientBuilder.create()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(settings.connections())
                        .setMaxConnPerRoute(settings.connections())
                        .setDefaultConnectionConfig(checkedBeforeUse())
                        .build())
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .addExecInterceptorFirst("timeouts", (request, scope, chain) -> {
                    // The SDK resets each request's own configuration; this is the last word.
                    scope.clientContext.setRequestConfig(timeouts(settings));
                    return chain.proceed(request, scope);
                })
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "deadline", (request, scope, chain) -> {
                    // After the connection stands, right before the request is written: what was frozen is too late.
                    if (DEADLINE.isBound() && DEADLINE.get().passed()) {
                        throw new TooLate();
                    }
                    return chain.proceed(request, scope);
                });
        return redirectTo(settings, builder);
    }

    /// A connection that was closed while it was idle would put the next call in doubt for nothing.
    private static ConnectionConfig checkedBeforeUse() {
        return ConnectionConfig.custom()
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .build();
    }

    /// The SDK has no setting for another address: the connection goes there, whatever host the URL names.
    private static HttpClientBuilder redirectTo(TwilioSettings settings, HttpClientBuilder builder) {
        var url = settings.apiUrl();
        if (url == null || url.getHost() == null) {
            return builder;
        }
        var isSecure = "https".equals(url.getScheme());
        var port = url.getPort() < 0 ? (isSecure ? 443 : 80) : url.getPort();
        var target = new HttpHost(url.getScheme(), url.getHost(), port);
        return builder.setRoutePlanner((_, _) -> new HttpRoute(target, null, isSecure));
    }

    private static RequestConfig timeouts(TwilioSettings settings) {
        var connect = Timeout.of(settings.connectTimeout());
        return RequestConfig.custom()
                .setConnectTimeout(connect)
                .setConnectionRequestTimeout(connect)
                .setResponseTimeout(Timeout.of(settings.responseTimeout()))
                .build();
    }

    /// The call's deadline passed before its request was written: it was not made.
    static class TooLate extends IOException {

        TooLate() {
            super("the call's deadline has passed");
        }
    }
}
