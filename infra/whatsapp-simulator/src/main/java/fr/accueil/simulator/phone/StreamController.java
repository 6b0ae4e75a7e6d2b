package fr.accueil.simulator.phone;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.accueil.simulator.inbound.MediaStore;
import fr.accueil.simulator.ledger.Fact;
import fr.accueil.simulator.ledger.Ledger;
import fr.accueil.simulator.ledger.Line;
import fr.accueil.simulator.world.Message;
import fr.accueil.simulator.world.Phone;
import fr.accueil.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;

/// What happens on the phones, as it happens. An event's id is its ledger line, so a reader goes on where it stopped.
@RestController
class StreamController {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Ledger ledger;
    private final World world;
    private final MediaStore media;

    StreamController(Ledger ledger, World world, MediaStore media) {
        this.ledger = ledger;
        this.world = world;
        this.media = media;
    }

    @GetMapping(path = "/simulator/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> stream(
            @RequestParam(required = false) @Nullable Long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastSeen) {
        var from = lastSeen != null ? lastSeen : Objects.requireNonNullElseGet(after, ledger::size);
        return ledger.follow(from).concatMapIterable(this::toEvents).mergeWith(heartbeats());
    }

    private static Flux<ServerSentEvent<Object>> heartbeats() {
        return Flux.interval(HEARTBEAT)
                .onBackpressureDrop()
                .map(_ -> ServerSentEvent.builder().comment("still here").build());
    }

    private Iterable<ServerSentEvent<Object>> toEvents(Line line) {
        return toEvent(line).stream().toList();
    }

    private Optional<ServerSentEvent<Object>> toEvent(Line line) {
        return switch (line.data()) {
            case Fact.PhoneAdded added -> world.phone(added.address()).map(phone -> event(line, "phone", phone));
            case Fact.PhoneSent sent -> chatEvent(line, sent.sid());
            case Fact.WebhookAttempted attempted -> chatEvent(line, attempted.sid());
            case Fact.InboundRead read -> chatEvent(line, read.sid());
            case Fact.TypingShown shown -> chatEvent(line, shown.sid());
            case Fact.MessageMoved moved -> chatEvent(line, moved.sid());
            case Fact.PhoneReceived received -> chatEvent(line, received.sid());
            case Fact.ApiRequested _,
                    Fact.MessageAccepted _,
                    Fact.CallbackAttempted _,
                    Fact.AccountOpened _,
                    Fact.WebhookEntered _,
                    Fact.FailuresChanged _,
                    Fact.Unknown _ -> Optional.empty();
        };
    }

    private Optional<ServerSentEvent<Object>> chatEvent(Line line, String sid) {
        return world.message(sid).map(message -> event(line, "chat", toView(line.at(), message)));
    }

    private ChatEventView toView(Instant at, Message message) {
        var business = Objects.requireNonNullElse(message.isInbound() ? message.to() : message.from(), "");
        var customer = Objects.requireNonNullElse(message.isInbound() ? message.from() : message.to(), "");
        return new ChatEventView(
                at,
                world.phone(customer).map(Phone::address).orElse(customer),
                business,
                Chats.isOnPhone(message) ? MessageView.of(message) : null,
                world.typingUntil(business, customer),
                world.windowUntil(business, customer));
    }

    private static ServerSentEvent<Object> event(Line line, String name, Object data) {
        return ServerSentEvent.builder(data)
                .id(Long.toString(line.n()))
                .event(name)
                .build();
    }

    /// For the page's own pictures.
    @GetMapping("/simulator/media/{sid}/{mediaSid}")
    ResponseEntity<Resource> media(@PathVariable String sid, @PathVariable String mediaSid) {
        var found = world.message(sid).stream()
                .filter(Message::isInbound)
                .flatMap(message -> message.media().stream())
                .filter(each -> each.sid().equals(mediaSid))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(found.contentType()))
                .body(media.find(mediaSid));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChatEventView(
            Instant now,
            String phone,
            String business,
            @Nullable MessageView message,
            @Nullable Instant typingUntil,
            @Nullable Instant windowUntil) {}
}
