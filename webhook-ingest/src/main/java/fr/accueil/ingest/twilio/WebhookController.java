package fr.accueil.ingest.twilio;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The two addresses that Twilio calls, with or without the slash that somebody may have typed behind them. An answer
/// in 2xx means that Kafka has it.
@RestController
class WebhookController {

    /// TwiML that says nothing. Anything in text/plain would be sent to the customer as a message, and an empty body
    /// has been seen to count as an error.
    private static final String SAY_NOTHING = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    private final WebhookReader reader;
    private final TakeWebhook takeWebhook;
    private final Room room;

    WebhookController(WebhookReader reader, TakeWebhook takeWebhook, Room room) {
        this.reader = reader;
        this.takeWebhook = takeWebhook;
        this.room = room;
    }

    @RequestMapping(
            path = {
                "/api/webhooks/twilio",
                "/api/webhooks/twilio/",
                "/api/webhooks/twilio/status",
                "/api/webhooks/twilio/status/"
            },
            method = {RequestMethod.POST, RequestMethod.GET})
    Mono<ResponseEntity<String>> receive(ServerHttpRequest request) {
        return Mono.using(
                room::reserve,
                reserved -> reader.read(request, reserved)
                        .flatMap(takeWebhook::take)
                        .map(WebhookController::toAnswer),
                Room.Reservation::end);
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
