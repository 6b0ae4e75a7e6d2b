package fr.accueil.simulator.twilio;

import fr.accueil.simulator.ledger.Fact.InboundRead;
import fr.accueil.simulator.ledger.Fact.TypingShown;
import fr.accueil.simulator.ledger.Ledger;
import fr.accueil.simulator.world.Message;
import fr.accueil.simulator.world.World;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Twilio's typing indicator: "écrit…" on the customer's phone, and everything the customer wrote so far is read.
@RestController
class TypingController {

    private final World world;
    private final Ledger ledger;

    TypingController(World world, Ledger ledger) {
        this.world = world;
        this.ledger = ledger;
    }

    @PostMapping("/v2/Indicators/Typing.json")
    Mono<Map<String, Boolean>> show(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> check(form, ApiRequest.accountOf(exchange)))
                .map(this::show);
    }

    private Message check(MultiValueMap<String, String> form, String accountSid) {
        var channel = form.getFirst("channel");
        if (channel == null || !channel.equalsIgnoreCase("whatsapp")) {
            throw TwilioError.badRequest(20001, "Invalid parameter: channel");
        }
        var sid = form.getFirst("messageId");
        if (sid == null) {
            throw TwilioError.badRequest(20001, "Missing required parameter: messageId");
        }
        return world.message(sid)
                .filter(message -> message.isInbound() && message.accountSid().equals(accountSid))
                .orElseThrow(() -> TwilioError.notFound("/v2/Indicators/Typing.json"));
    }

    private Map<String, Boolean> show(Message message) {
        ledger.append(new TypingShown(message.sid(), message.accountSid()));
        world.between(message.to(), message.from()).stream()
                .filter(earlier -> earlier.isInbound() && earlier.number() <= message.number())
                .filter(earlier -> earlier.progress() != Message.Progress.READ)
                .forEach(earlier -> ledger.append(new InboundRead(earlier.sid())));
        return Map.of("success", true);
    }
}
