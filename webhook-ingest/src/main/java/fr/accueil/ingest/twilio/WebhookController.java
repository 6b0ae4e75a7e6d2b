package fr.accueil.ingest.twilio;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The two addresses that Twilio calls. An answer in 2xx means that Kafka has it.
@RestController
class WebhookController {

    /// TwiML that says nothing. Anything in text/plain would be sent to the customer as a message, and an empty body
    /// has been seen to count as an error.
    private static final String SAY_NOTHING = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    private final WebhookReader reader;
    private final TakeWebhook takeWebhook;

    WebhookController(WebhookReader reader, TakeWebhook takeWebhook) {
        this.reader = reader;
        this.takeWebhook = takeWebhook;
    }

    @PostMapping({"/api/webhooks/twilio", "/api/webhooks/twilio/status"})
    Mono<ResponseEntity<String>> receive(ServerHttpRequest request) {
        return reader.read(request).flatMap(takeWebhook::take).map(WebhookController::toAnswer);
    }

    private static ResponseEntity<String> toAnswer(Taken taken) {
        return switch (taken) {
            case Taken.AsStatus() -> ResponseEntity.noContent().build();
            case Taken.AsUnroutable() -> twiml().body(SAY_NOTHING);
            case Taken.AsMessage(var tenant, var conversation) ->
                twiml().header("Accueil-Tenant", tenant.toString())
                        .header("Accueil-Conversation", conversation.toString())
                        .body(SAY_NOTHING);
        };
    }

    private static ResponseEntity.BodyBuilder twiml() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_XML);
    }
}
