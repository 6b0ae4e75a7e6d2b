package fr.accueil.simulator.outbound;

import fr.accueil.simulator.failure.Failures;
import fr.accueil.simulator.ledger.Fact.MessageMoved;
import fr.accueil.simulator.ledger.Fact.PhoneAdded;
import fr.accueil.simulator.ledger.Fact.PhoneReceived;
import fr.accueil.simulator.ledger.Ledger;
import fr.accueil.simulator.world.Message;
import fr.accueil.simulator.world.MessageStatus;
import fr.accueil.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Takes messages from a business to a phone: accepts them, brings them there, and calls the business back.
@Component
public class OutboundWorker {

    private static final Logger log = LoggerFactory.getLogger(OutboundWorker.class);

    private final World world;
    private final Ledger ledger;
    private final Failures failures;
    private final Fates fates;
    private final StatusCallbacks callbacks;
    private final Attention attention;
    private final OutboundSettings settings;

    OutboundWorker(
            World world,
            Ledger ledger,
            Failures failures,
            Fates fates,
            StatusCallbacks callbacks,
            Attention attention,
            OutboundSettings settings) {
        this.world = world;
        this.ledger = ledger;
        this.failures = failures;
        this.fates = fates;
        this.callbacks = callbacks;
        this.attention = attention;
        this.settings = settings;
    }

    /// From here on the message goes its way, whatever becomes of the request that brought it. The answer is the
    /// message as it was accepted; it comes late only when callbacks are wanted before it.
    public Mono<Message> accept(Draft draft) {
        return Mono.defer(() -> {
            var accepted = draft.toFact();
            ledger.append(accepted);
            var message = load(accepted.sid());
            var plan = CallbackPlan.of(failures, draft.accountSid());
            if (plan.hurried()) {
                return bring(message, plan).thenReturn(message);
            }
            start(bring(message, plan));
            return Mono.just(message);
        });
    }

    /// The customer opened the chat: what stands on the phone unread is read.
    public void read(String business, String phone) {
        world.between(business, phone).stream()
                .filter(message -> message.status() == MessageStatus.DELIVERED)
                .forEach(message -> start(tell(message.sid(), MessageStatus.READ)));
    }

    private Mono<Void> tell(String sid, MessageStatus status) {
        return Flux.fromIterable(move(sid, Step.to(status)))
                .concatMap(moved -> callBack(sid, moved, CallbackPlan.ORDERLY))
                .then();
    }

    /// What was under way when the process ended goes on.
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        world.callbacksOwed().forEach(owed -> start(callbacks.request(load(owed.sid()), owed.status())));
        world.underWay().forEach(message -> start(bring(message, CallbackPlan.ORDERLY)));
    }

    /// Steps and callbacks are two streams: a callback waits for the one before it, a step for no callback.
    private Mono<Void> bring(Message message, CallbackPlan plan) {
        return Flux.fromIterable(steps(message, plan))
                .concatMap(step -> Mono.delay(step.pause()).thenReturn(step))
                .concatMapIterable(step -> move(message.sid(), step))
                .transform(moved -> plan.shuffled() ? backwards(moved) : moved)
                .concatMap(status -> callBack(message.sid(), status, plan))
                .then();
    }

    private static Flux<MessageStatus> backwards(Flux<MessageStatus> moved) {
        return moved.collectList().flatMapIterable(List::reversed);
    }

    private List<Step> steps(Message message, CallbackPlan plan) {
        var steps = new ArrayList<Step>();
        if (message.status() == MessageStatus.ACCEPTED) {
            steps.add(Step.to(MessageStatus.QUEUED));
        }
        switch (fates.of(message)) {
            case Fate.Arrives() -> {
                if (message.status() != MessageStatus.SENT) {
                    steps.add(new Step(MessageStatus.SENT, plan.hurried() ? Duration.ZERO : settings.sent(), null));
                }
                steps.add(
                        new Step(MessageStatus.DELIVERED, plan.hurried() ? Duration.ZERO : settings.delivered(), null));
                if (isLookedAt(message)) {
                    steps.add(new Step(MessageStatus.READ, plan.hurried() ? Duration.ZERO : settings.read(), null));
                }
            }
            case Fate.Refused(var status, var code) ->
                steps.add(new Step(status, plan.hurried() ? Duration.ZERO : settings.sent(), code));
        }
        return steps;
    }

    /// One step forward, and the status that is to be told; none when the customer was quicker.
    private List<MessageStatus> move(String sid, Step step) {
        var before = load(sid);
        if (before.status() == MessageStatus.READ) {
            return List.of();
        }
        if (step.status() == MessageStatus.DELIVERED) {
            putOnPhone(before);
        }
        ledger.append(new MessageMoved(
                sid, step.status().wire(), step.code(), step.code() == null ? null : Refusals.words(step.code())));
        return List.of(step.status());
    }

    private Mono<Void> callBack(String sid, MessageStatus status, CallbackPlan plan) {
        if (plan.lost()) {
            return Mono.fromRunnable(() -> callbacks.lose(load(sid), status));
        }
        var once = Mono.defer(() -> callbacks.request(load(sid), status));
        return Mono.delay(plan.delay()).then(plan.duplicated() ? once.then(once) : once);
    }

    private void putOnPhone(Message message) {
        if (world.phone(message.to()).isEmpty()) {
            var number = message.to().replaceFirst("^whatsapp:", "");
            ledger.append(new PhoneAdded(message.to(), number, number.startsWith("+") ? number : null, null, false));
        }
        ledger.append(new PhoneReceived(
                message.sid(),
                message.accountSid(),
                Objects.requireNonNullElse(message.from(), ""),
                message.to(),
                message.body(),
                message.media(),
                Reference.in(message.statusCallback())));
    }

    private boolean isLookedAt(Message message) {
        return world.phone(message.to())
                .map(phone -> attention.isOn(phone.address(), Objects.requireNonNullElse(message.from(), "")))
                .orElse(false);
    }

    private Message load(String sid) {
        return world.message(sid).orElseThrow(() -> new IllegalStateException("No message " + sid));
    }

    private static void start(Mono<Void> work) {
        work.subscribe(_ -> {}, error -> log.error("A message stopped on its way", error));
    }

    private record Step(
            MessageStatus status, Duration pause, @Nullable Integer code) {

        static Step to(MessageStatus status) {
            return new Step(status, Duration.ZERO, null);
        }
    }
}
