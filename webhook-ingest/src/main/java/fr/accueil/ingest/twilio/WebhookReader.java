package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Reads a webhook off the wire, as little of it as possible from who does not speak as Twilio does.
@Component
class WebhookReader {

    private static final byte[] NOTHING = {};

    private final PublicAddress publicAddress;
    private final IngestSettings settings;

    WebhookReader(PublicAddress publicAddress, IngestSettings settings) {
        this.publicAddress = publicAddress;
        this.settings = settings;
    }

    Mono<ReceivedWebhook> read(ServerHttpRequest request) {
        if (!isForm(request)) {
            return Mono.error(new RejectedWebhook(Rejection.CONTENT_TYPE));
        }
        if (request.getHeaders().getContentLength() > settings.largestBody().toBytes()) {
            return Mono.error(new RejectedWebhook(Rejection.TOO_LARGE));
        }
        return body(request).map(TwilioForm::parse).map(form -> toWebhook(request, form));
    }

    private Mono<byte[]> body(ServerHttpRequest request) {
        return DataBufferUtils.join(
                        request.getBody(), (int) settings.largestBody().toBytes())
                .map(WebhookReader::toBytes)
                .defaultIfEmpty(NOTHING)
                .timeout(settings.bodyPatience())
                .onErrorMap(DataBufferLimitException.class, _ -> new RejectedWebhook(Rejection.TOO_LARGE))
                .onErrorMap(TimeoutException.class, _ -> new RejectedWebhook(Rejection.BODY_TOO_SLOW));
    }

    private ReceivedWebhook toWebhook(ServerHttpRequest request, TwilioForm form) {
        var signature = Optional.ofNullable(request.getHeaders().getFirst("X-Twilio-Signature"));
        return new ReceivedWebhook(publicAddress.of(request.getURI()), form, signature.orElse(""));
    }

    private static boolean isForm(ServerHttpRequest request) {
        try {
            var type = request.getHeaders().getContentType();
            return type != null
                    && MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type)
                    && (type.getCharset() == null || type.getCharset().equals(UTF_8));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static byte[] toBytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
