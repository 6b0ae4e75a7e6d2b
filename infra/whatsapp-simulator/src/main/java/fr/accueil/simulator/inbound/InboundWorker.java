package fr.accueil.simulator.inbound;

import fr.accueil.simulator.delivery.DeliverySettings;
import fr.accueil.simulator.delivery.Post;
import fr.accueil.simulator.delivery.SignedPosts;
import fr.accueil.simulator.demo.Business;
import fr.accueil.simulator.demo.Businesses;
import fr.accueil.simulator.failure.Failures;
import fr.accueil.simulator.failure.Mode;
import fr.accueil.simulator.ledger.Fact.Attempted;
import fr.accueil.simulator.ledger.Fact.MessageMoved;
import fr.accueil.simulator.ledger.Fact.PhoneSent;
import fr.accueil.simulator.ledger.Fact.WebhookAttempted;
import fr.accueil.simulator.ledger.Ledger;
import fr.accueil.simulator.ledger.Media;
import fr.accueil.simulator.outbound.Draft;
import fr.accueil.simulator.outbound.OutboundWorker;
import fr.accueil.simulator.world.Message;
import fr.accueil.simulator.world.MessageStatus;
import fr.accueil.simulator.world.Phone;
import fr.accueil.simulator.world.Sids;
import fr.accueil.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Takes what a customer sends to the business's webhook, with Twilio's retries, and does what the answer says.
@Component
public class InboundWorker {

    private static final Logger log = LoggerFactory.getLogger(InboundWorker.class);
    private static final int LONGEST_BODY = 1600;
    private static final int BODY_TOO_LONG = 21617;

    private final World world;
    private final Ledger ledger;
    private final Businesses businesses;
    private final Failures failures;
    private final MediaStore mediaStore;
    private final InboundForm form;
    private final SignedPosts posts;
    private final OutboundWorker outbound;
    private final UsualWebhook webhooks;
    private final DeliverySettings delivery;

    InboundWorker(
            World world,
            Ledger ledger,
            Businesses businesses,
            Failures failures,
            MediaStore mediaStore,
            InboundForm form,
            SignedPosts posts,
            OutboundWorker outbound,
            UsualWebhook webhooks,
            DeliverySettings delivery) {
        this.world = world;
        this.ledger = ledger;
        this.businesses = businesses;
        this.failures = failures;
        this.mediaStore = mediaStore;
        this.form = form;
        this.posts = posts;
        this.outbound = outbound;
        this.webhooks = webhooks;
        this.delivery = delivery;
    }

    /// From here on Twilio has the message and posts it, whether anyone waits for the outcome or not.
    public Sent send(Letter letter, Business business) {
        var sid = Sids.message(!letter.attachments().isEmpty());
        var tooLong = letter.body().length() > LONGEST_BODY;
        ledger.append(new PhoneSent(
                sid,
                business.accountSid(),
                letter.from(),
                letter.to(),
                tooLong ? letter.body().substring(0, LONGEST_BODY) : letter.body(),
                letter.type(),
                store(letter, business, sid),
                letter.fields(),
                UUID.randomUUID().toString()));
        if (tooLong) {
            ledger.append(new MessageMoved(
                    sid, MessageStatus.FAILED.wire(), BODY_TOO_LONG, "Message body exceeds 1600 characters"));
        }
        return new Sent(sid, start(load(sid)));
    }

    /// What was owed to a webhook when the process ended is posted again.
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        world.webhooksOwed().forEach(this::start);
    }

    private List<Media> store(Letter letter, Business business, String sid) {
        return letter.attachments().stream()
                .map(attachment -> toMedia(attachment, business.accountSid(), sid))
                .toList();
    }

    private Media toMedia(Letter.Attachment attachment, String accountSid, String sid) {
        var media = mediaStore.save(attachment.bytes());
        return new Media(
                media,
                attachment.contentType(),
                "/2010-04-01/Accounts/%s/Messages/%s/Media/%s".formatted(accountSid, sid, media));
    }

    private Mono<Attempted> start(Message message) {
        var outcome = deliver(message).cache();
        outcome.subscribe(_ -> {}, error -> log.error("A customer's message stopped on its way", error));
        return outcome;
    }

    private Mono<Attempted> deliver(Message message) {
        if (failures.take(Mode.WEBHOOKS_LOST, message.accountSid()).isPresent()) {
            return Mono.fromSupplier(() -> record(message, Attempted.never(addressOf(message), "lost on purpose")));
        }
        if (!delivery.isOurs(addressOf(message))) {
            return Mono.fromSupplier(() ->
                    record(message, Attempted.never(addressOf(message), "no address that the simulator may call")));
        }
        var once = post(message);
        return failures.take(Mode.WEBHOOKS_DUPLICATED, message.accountSid()).isPresent() ? once.then(once) : once;
    }

    private Mono<Attempted> post(Message message) {
        return Flux.defer(() -> posts.requestTries(toPost(message)))
                .map(attempt -> record(message, attempt))
                .last()
                .flatMap(settled -> answer(message, settled).thenReturn(settled));
    }

    private Post toPost(Message message) {
        return new Post(
                addressOf(message),
                businessOf(message).authToken(),
                form.of(message, phoneOf(message)),
                Map.of("I-Twilio-Idempotency-Token", message.idempotencyToken()));
    }

    /// Empty when nobody has entered one.
    private String addressOf(Message message) {
        var webhook = webhooks.of(businessOf(message));
        return webhook == null ? "" : webhook.url();
    }

    private Business businessOf(Message message) {
        return businesses
                .at(message.to())
                .orElseThrow(() -> new IllegalStateException("No business at " + message.to()));
    }

    private Attempted record(Message message, Attempted attempt) {
        var problem = attempt.succeeded() ? WebhookAnswer.of(attempt).problem() : null;
        var noted = problem == null ? attempt : attempt.withError(problem);
        ledger.append(new WebhookAttempted(message.sid(), noted));
        return noted;
    }

    private Mono<Void> answer(Message message, Attempted settled) {
        if (!settled.succeeded()) {
            return Mono.empty();
        }
        return Flux.fromIterable(WebhookAnswer.of(settled).replies())
                .concatMap(reply -> outbound.accept(toDraft(message, reply)))
                .then();
    }

    private static Draft toDraft(Message message, WebhookAnswer.Reply reply) {
        var media = reply.mediaUrls().stream()
                .map(url -> new Media(Sids.media(), "application/octet-stream", url))
                .toList();
        return Draft.reply(message.accountSid(), message.to(), customerOf(message), reply.body(), media);
    }

    private Phone phoneOf(Message message) {
        return world.phone(customerOf(message))
                .orElseThrow(() -> new IllegalStateException("No phone " + customerOf(message)));
    }

    private static String customerOf(Message message) {
        if (message.from() == null) {
            throw new IllegalStateException("Inbound message " + message.sid() + " names no sender");
        }
        return message.from();
    }

    private Message load(String sid) {
        return world.message(sid).orElseThrow(() -> new IllegalStateException("No message " + sid));
    }

    /// @param outcome the last try to post it
    public record Sent(String sid, Mono<Attempted> outcome) {}
}
