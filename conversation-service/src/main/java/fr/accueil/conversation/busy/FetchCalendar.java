package fr.accueil.conversation.busy;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.NetUtil;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/// Fetches an address that somebody typed: over TLS, from outside of our own networks, so much and not for ever.
/// Redirects are followed by hand, so that each address is looked at first.
@Component
class FetchCalendar {

    private static final int REDIRECTS = 4;
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final InetAddressFilter OUTSIDE = InetAddressFilter.externalAddresses();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ExternalCalendarSettings settings;
    private final HttpClient http;

    FetchCalendar(ExternalCalendarSettings settings) {
        this.settings = settings;
        var client = HttpClient.create(ConnectionProvider.newConnection())
                .followRedirect(false)
                .compress(true)
                .disableRetry(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) TO_CONNECT.toMillis())
                .headers(headers -> headers.set(HttpHeaderNames.ACCEPT, "text/calendar, */*;q=0.5")
                        .set(HttpHeaderNames.USER_AGENT, "Accueil"));
        this.http = settings.insideOurNetworks()
                ? client
                : client.resolvedAddressesSelector((_, addresses) -> outsideOnly(addresses));
    }

    /// @return its text
    /// @throws CalendarUnreadable (as an error) when there is none to be had there
    Mono<String> fetch(URI address) {
        return request(address, REDIRECTS)
                .timeout(settings.patience())
                .onErrorMap(
                        it -> !(it instanceof CalendarUnreadable), _ -> new CalendarUnreadable(Trouble.UNREACHABLE));
    }

    /// Whether it may be asked at all. What a name stands for is looked at once it is known.
    boolean isAllowed(URI address) {
        var scheme = address.getScheme();
        var host = address.getHost();
        return host != null
                && address.getRawUserInfo() == null
                && (settings.insideOurNetworks()
                        ? "http".equals(scheme) || "https".equals(scheme)
                        : "https".equals(scheme) && !isNumeric(host));
    }

    private static boolean isNumeric(String host) {
        return NetUtil.isValidIpV4Address(host) || host.startsWith("[");
    }

    private Mono<String> request(URI address, int redirects) {
        return isAllowed(address)
                ? http.get()
                        .uri(address)
                        .response((answer, body) -> toText(address, answer, body, redirects))
                        .next()
                : Mono.error(new CalendarUnreadable(Trouble.NOT_FOUND));
    }

    private Mono<String> toText(URI from, HttpClientResponse answer, ByteBufFlux body, int redirects) {
        var status = answer.status().code();
        return switch (status) {
            case 200 -> read(body);
            case 301, 302, 303, 307, 308 -> follow(from, answer, redirects);
            case 401, 402, 403, 407 -> Mono.error(new CalendarUnreadable(Trouble.FORBIDDEN));
            case 400, 404, 405, 410 -> Mono.error(new CalendarUnreadable(Trouble.NOT_FOUND));
            default -> Mono.error(new CalendarUnreadable(Trouble.UNREACHABLE));
        };
    }

    private Mono<String> follow(URI from, HttpClientResponse answer, int redirects) {
        var location = answer.responseHeaders().get(HttpHeaderNames.LOCATION, "");
        return redirects == 0
                ? Mono.error(new CalendarUnreadable(Trouble.NOT_FOUND))
                : Mono.fromCallable(() -> from.resolve(location)).flatMap(it -> request(it, redirects - 1));
    }

    private Mono<String> read(ByteBufFlux body) {
        return body.asByteArray()
                .reduceWith(ByteArrayOutputStream::new, (read, bytes) -> {
                    if (read.size() + bytes.length > settings.largest().toBytes()) {
                        throw new CalendarUnreadable(Trouble.TOO_LARGE);
                    }
                    read.writeBytes(bytes);
                    return read;
                })
                .map(it -> it.toString(StandardCharsets.UTF_8))
                .map(it -> it.startsWith(BYTE_ORDER_MARK) ? it.substring(1) : it);
    }

    /// One that leads into our own networks is not even connected to.
    private static List<? extends SocketAddress> outsideOnly(List<? extends SocketAddress> resolved) {
        var outside = resolved.stream()
                .filter(it -> it instanceof InetSocketAddress address && OUTSIDE.matches(address))
                .toList();
        if (outside.size() < resolved.size()) {
            throw new IllegalStateException("it is in one of our own networks");
        }
        return outside;
    }
}
