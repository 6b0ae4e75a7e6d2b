package fr.accueil.notification.media;

import fr.accueil.events.DeliveryEvent.MediaProblem;
import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.media.FetchOutcome.Fetched;
import fr.accueil.notification.media.FetchOutcome.Impossible;
import fr.accueil.notification.media.FetchOutcome.NotThere;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/// Fetches one medium, in a few requests: Twilio's API with credentials, then its storage without. Redirects are
/// followed by hand, so that each address is looked at first and credentials go to the API alone; every request has a
/// connection of its own, which ends with it.
@Component
class FetchMedium {

    private static final int REDIRECTS = 3;
    private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(ByteBufAllocator.DEFAULT);

    private final MediaSettings settings;
    private final TwilioAddresses addresses;
    private final HttpClient http;

    FetchMedium(MediaSettings settings) {
        this.settings = settings;
        this.addresses = new TwilioAddresses(settings);
        this.http = settings.isSimulated() ? client(settings) : toPublicAddressesOnly(client(settings));
    }

    /// @param into is overwritten
    /// @return [NotFetched] (as an error) when it is worth another try
    Mono<FetchOutcome> fetch(Medium medium, Channel channel, Path into) {
        return Mono.justOrEmpty(addresses.toApi(medium.url(), channel.accountSid(), medium.providerSid()))
                .flatMap(url -> requestFromApi(url, channel.accountSid(), channel.authTokens(), into))
                .switchIfEmpty(Mono.fromSupplier(() -> new Impossible(MediaProblem.FOREIGN_ADDRESS)))
                .timeout(settings.patience())
                .onErrorMap(FetchMedium::isOfTheNetwork, NotFetched::new);
    }

    /// While tokens rotate, Twilio may still know only the older.
    private Mono<FetchOutcome> requestFromApi(URI url, String account, List<String> tokens, Path into) {
        var older = tokens.subList(1, tokens.size());
        return request(
                http.headers(it -> it.set(
                        HttpHeaderNames.AUTHORIZATION,
                        "Basic " + HttpHeaders.encodeBasicAuth(account, tokens.getFirst(), null))),
                url,
                (answer, body) -> answer.status().code() == 401 && !older.isEmpty()
                        ? requestFromApi(url, account, older, into)
                        : toOutcome(url, answer, body, into, REDIRECTS));
    }

    private Mono<FetchOutcome> requestFromStorage(URI url, Path into, int redirects) {
        return request(http, url, (answer, body) -> toOutcome(url, answer, body, into, redirects));
    }

    private static Mono<FetchOutcome> request(
            HttpClient http, URI url, BiFunction<HttpClientResponse, ByteBufFlux, Mono<FetchOutcome>> toOutcome) {
        return http.get().uri(url).response(toOutcome::apply).next();
    }

    private Mono<FetchOutcome> toOutcome(
            URI from, HttpClientResponse answer, ByteBufFlux body, Path into, int redirects) {
        var status = answer.status().code();
        return switch (status) {
            case 200 -> save(answer, body, into);
            case 301, 302, 303, 307, 308 -> follow(from, answer, into, redirects);
            case 404 -> Mono.just(new NotThere());
            case 410 -> Mono.just(new Impossible(MediaProblem.GONE));
            default -> Mono.error(new NotFetched("HTTP " + status));
        };
    }

    private Mono<FetchOutcome> follow(URI from, HttpClientResponse answer, Path into, int redirects) {
        if (redirects == 0) {
            return Mono.error(new NotFetched("too many redirects"));
        }
        var location = answer.responseHeaders().get(HttpHeaderNames.LOCATION, "");
        return Mono.justOrEmpty(addresses.toStorage(from, location))
                .flatMap(url -> requestFromStorage(url, into, redirects - 1))
                .switchIfEmpty(Mono.fromSupplier(() -> new Impossible(MediaProblem.FOREIGN_ADDRESS)));
    }

    private Mono<FetchOutcome> save(HttpClientResponse answer, ByteBufFlux body, Path into) {
        if (announced(answer) > settings.largest().toBytes()) {
            return Mono.just(new Impossible(MediaProblem.TOO_LARGE));
        }
        var size = new AtomicLong();
        return DataBufferUtils.write(
                        capped(body, size), into, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                .then(Mono.<FetchOutcome>fromSupplier(() -> new Fetched(size.get(), fileName(answer))))
                .onErrorResume(TooLarge.class, _ -> Mono.just(new Impossible(MediaProblem.TOO_LARGE)));
    }

    /// More than the largest ends it, whatever was announced.
    private Flux<DataBuffer> capped(ByteBufFlux body, AtomicLong size) {
        return body.retain().map(BUFFERS::wrap).handle((buffer, sink) -> {
            if (size.addAndGet(buffer.readableByteCount()) > settings.largest().toBytes()) {
                DataBufferUtils.release(buffer);
                sink.error(new TooLarge());
            } else {
                sink.next(buffer);
            }
        });
    }

    private static long announced(HttpClientResponse answer) {
        var length = answer.responseHeaders().get(HttpHeaderNames.CONTENT_LENGTH, "");
        return length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private static @Nullable String fileName(HttpClientResponse answer) {
        return Optional.ofNullable(answer.responseHeaders().get(HttpHeaderNames.CONTENT_DISPOSITION))
                .map(FetchMedium::toDisposition)
                .map(ContentDisposition::getFilename)
                .orElse(null);
    }

    private static ContentDisposition toDisposition(String header) {
        try {
            return ContentDisposition.parse(header);
        } catch (IllegalArgumentException _) {
            return ContentDisposition.empty();
        }
    }

    private static boolean isOfTheNetwork(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof TimeoutException
                || failure instanceof ChannelException
                || failure instanceof AbortedException;
    }

    private static HttpClient client(MediaSettings settings) {
        return HttpClient.create(ConnectionProvider.newConnection())
                .followRedirect(false)
                .compress(false)
                .disableRetry(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        settings.connectTimeout().toMillis())
                .responseTimeout(settings.silence());
    }

    static HttpClient toPublicAddressesOnly(HttpClient client) {
        return client.resolver(PublicAddresses.ONLY);
    }

    private static class TooLarge extends RuntimeException {}
}
