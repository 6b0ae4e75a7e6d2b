package fr.accueil.simulator.twilio;

import fr.accueil.simulator.content.Templates;
import fr.accueil.simulator.demo.Businesses;
import fr.accueil.simulator.failure.Endpoint;
import fr.accueil.simulator.failure.Failures;
import fr.accueil.simulator.failure.Mode;
import fr.accueil.simulator.outbound.OutboundWorker;
import fr.accueil.simulator.world.Message;
import fr.accueil.simulator.world.World;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Twilio's Message resource: create, list, fetch.
@RestController
@RequestMapping("/2010-04-01/Accounts/{accountSid}")
class MessagesController {

    private static final long LATE_MS = 5000;

    private final Businesses businesses;
    private final Templates templates;
    private final OutboundWorker outbound;
    private final World world;
    private final Failures failures;
    private final ApiRecorder recorder;
    private final Clock clock;

    MessagesController(
            Businesses businesses,
            Templates templates,
            OutboundWorker outbound,
            World world,
            Failures failures,
            ApiRecorder recorder,
            Clock clock) {
        this.businesses = businesses;
        this.templates = templates;
        this.clock = clock;
        this.outbound = outbound;
        this.world = world;
        this.failures = failures;
        this.recorder = recorder;
    }

    @PostMapping("/Messages.json")
    Mono<ResponseEntity<Map<String, @Nullable Object>>> create(
            @PathVariable String accountSid, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> new SendForm(form, templates).check(accountSid, businesses.ofAccount(accountSid)))
                .flatMap(outbound::accept)
                .flatMap(accepted -> answer(accepted, exchange));
    }

    private Mono<ResponseEntity<Map<String, @Nullable Object>>> answer(Message accepted, ServerWebExchange exchange) {
        if (failures.take(Mode.ERROR_AFTER_ACCEPTING, accepted.accountSid(), Endpoint.SEND)
                .isPresent()) {
            ApiRequest.failed(exchange, Mode.ERROR_AFTER_ACCEPTING);
            return Mono.error(TwilioError.internal());
        }
        if (failures.take(Mode.UNAVAILABLE_AFTER_ACCEPTING, accepted.accountSid(), Endpoint.SEND)
                .isPresent()) {
            ApiRequest.failed(exchange, Mode.UNAVAILABLE_AFTER_ACCEPTING);
            return Mono.error(TwilioError.unavailable());
        }
        if (failures.take(Mode.RESET_AFTER_ACCEPTING, accepted.accountSid(), Endpoint.SEND)
                .isPresent()) {
            ApiRequest.failed(exchange, Mode.RESET_AFTER_ACCEPTING);
            return recorder.recordUnanswered(exchange).then(Connections.reset(exchange));
        }
        return Mono.just(ResponseEntity.status(HttpStatus.CREATED).body(MessageJson.of(accepted)));
    }

    @GetMapping("/Messages.json")
    Map<String, @Nullable Object> list(@PathVariable String accountSid, ServerWebExchange exchange) {
        return MessageList.of(exchange.getRequest()).page(listed(accountSid));
    }

    /// Twilio's list may be behind: what was just created is not in it yet.
    private List<Message> listed(String accountSid) {
        var all = world.ofAccount(accountSid);
        return failures.take(Mode.LIST_LATE, accountSid, Endpoint.LIST)
                .map(late -> clock.instant().minusMillis(late.delayOr(LATE_MS)))
                .map(until -> all.stream()
                        .filter(message -> !message.createdAt().isAfter(until))
                        .toList())
                .orElse(all);
    }

    @GetMapping("/Messages/{sid}.json")
    Map<String, @Nullable Object> fetch(@PathVariable String accountSid, @PathVariable String sid) {
        return world.message(sid)
                .filter(message -> message.accountSid().equals(accountSid))
                .map(MessageJson::of)
                .orElseThrow(() -> TwilioError.notFound(MessageJson.pathOf(accountSid, sid) + ".json"));
    }
}
