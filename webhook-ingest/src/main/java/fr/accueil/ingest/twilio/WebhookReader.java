package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Reads a webhook off the wire, as little of it as possible from who does not speak as Twilio does: a posted form, or
/// parameters in the address where the sender is configured to be called with GET, or a flat JSON object whose hash the
/// address names (as Twilio signs what is no form).
@Component
class WebhookReader {

    private static final byte[] NOTHING = {};

    private final PublicAddress publicAddress;
    private final ClientAddress clientAddress;
    private final IngestSettings settings;

    WebhookReader(PublicAddress publicAddress, ClientAddress clientAddress, IngestSettings settings) {
        this.publicAddress = publicAddress;
        this.clientAddress = clientAddress;
        this.settings = settings;
    }

    /// @param room for its body, which the caller gives back when the webhook is answered
    Mono<ReceivedWebhook> read(ServerHttpRequest request, Room.Reservation room) {
        if (HttpMethod.GET.equals(request.getMethod())) {
            return Mono.fromCallable(() -> ofQuery(request, room));
        }
        if (!isForm(request) && !isJson(request)) {
            return Mono.error(new RejectedWebhook(Rejection.CONTENT_TYPE));
        }
        if (request.getHeaders().getContentLength() > settings.largestBody().toBytes()) {
            return Mono.error(new RejectedWebhook(Rejection.TOO_LARGE));
        }
        return body(request, room).map(body -> isForm(request) ? ofForm(request, body) : ofJson(request, body));
    }

    private Mono<byte[]> body(ServerHttpRequest request, Room.Reservation room) {
        return DataBufferUtils.join(request.getBody().map(it -> counted(it, room)), (int)
                        settings.largestBody().toBytes())
                .map(WebhookReader::toBytes)
                .defaultIfEmpty(NOTHING)
                .timeout(settings.bodyPatience())
                .onErrorMap(DataBufferLimitException.class, _ -> new RejectedWebhook(Rejection.TOO_LARGE))
                .onErrorMap(TimeoutException.class, _ -> new RejectedWebhook(Rejection.BODY_TOO_SLOW));
    }

    private static DataBuffer counted(DataBuffer buffer, Room.Reservation room) {
        if (!room.add(buffer.readableByteCount())) {
            DataBufferUtils.release(buffer);
            throw new RejectedWebhook(Rejection.OVERLOADED);
        }
        return buffer;
    }

    private ReceivedWebhook ofQuery(ServerHttpRequest request, Room.Reservation room) {
        var query = Optional.ofNullable(request.getURI().getRawQuery()).orElse("");
        if (!room.add(query.length())) {
            throw new RejectedWebhook(Rejection.OVERLOADED);
        }
        return toWebhook(request, TwilioForm.parse(query.getBytes(UTF_8)), new Signed.Address());
    }

    private ReceivedWebhook ofForm(ServerHttpRequest request, byte[] body) {
        var form = TwilioForm.parse(body);
        return toWebhook(request, form, new Signed.Parameters(form));
    }

    private ReceivedWebhook ofJson(ServerHttpRequest request, byte[] body) {
        return toWebhook(request, TwilioForm.parseJson(body), Signed.Body.of(body));
    }

    private ReceivedWebhook toWebhook(ServerHttpRequest request, TwilioForm form, Signed signed) {
        var signature = Optional.ofNullable(request.getHeaders().getFirst("X-Twilio-Signature"));
        return new ReceivedWebhook(
                publicAddress.of(request.getURI()), form, signed, signature.orElse(""), clientAddress.of(request));
    }

    private static boolean isForm(ServerHttpRequest request) {
        return isUtf8(request, MediaType.APPLICATION_FORM_URLENCODED);
    }

    private static boolean isJson(ServerHttpRequest request) {
        return isUtf8(request, MediaType.APPLICATION_JSON);
    }

    private static boolean isUtf8(ServerHttpRequest request, MediaType expected) {
        var type = contentType(request);
        return type != null
                && expected.equalsTypeAndSubtype(type)
                && (type.getCharset() == null || type.getCharset().equals(UTF_8));
    }

    private static @Nullable MediaType contentType(ServerHttpRequest request) {
        try {
            return request.getHeaders().getContentType();
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }

    private static byte[] toBytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
