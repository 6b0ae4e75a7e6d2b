package fr.accueil.router.dialogue;

import static fr.accueil.platform.database.Columns.required;

import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Envelope;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.events.TenantId;
import fr.accueil.router.dialogue.DialogueEvent.Answered;
import fr.accueil.router.dialogue.DialogueEvent.AnswersOwed;
import fr.accueil.router.dialogue.DialogueEvent.Confirmed;
import fr.accueil.router.dialogue.DialogueEvent.HandedOver;
import fr.accueil.router.dialogue.DialogueEvent.InFlow;
import fr.accueil.router.dialogue.DialogueEvent.KeptSilent;
import fr.accueil.router.dialogue.DialogueEvent.LeadMoved;
import fr.accueil.router.dialogue.DialogueEvent.LeftToPerson;
import fr.accueil.router.dialogue.DialogueEvent.MessageHeard;
import fr.accueil.router.dialogue.DialogueEvent.NothingWished;
import fr.accueil.router.dialogue.DialogueEvent.Reassured;
import fr.accueil.router.dialogue.DialogueEvent.SendingResumed;
import fr.accueil.router.dialogue.DialogueEvent.SendingStopped;
import fr.accueil.router.dialogue.DialogueEvent.Told;
import fr.accueil.router.dialogue.Lead.AssistantLeads;
import fr.accueil.router.dialogue.Lead.OthersLead;
import fr.accueil.router.flow.MemoryJson;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Dialogues in the database. Every call stands inside the tenant's transaction.
@Component
class Dialogues {

    private static final String ASSISTANT = "assistant";
    private static final String HANDED_OVER = "handed_over";
    private static final String OTHERS = "others";
    private static final String OTHERS_SPOKE = "others_spoke";

    private static final String FOR_UPDATE = "select * from dialogue where conversation = :conversation for update";

    private final DatabaseClient database;
    private final ErasedConversations erased;

    Dialogues(DatabaseClient database, ErasedConversations erased) {
        this.database = database;
        this.erased = erased;
    }

    /// The dialogue that an event is about, locked until the transaction ends. Empty when the customer was
    /// erased after it happened: looked up under the lock, so that an erasure that goes on is waited for.
    Mono<StoredDialogue> lockFor(ConversationId conversation, Envelope envelope) {
        return select(conversation, FOR_UPDATE)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(known -> erased.cover(conversation, envelope.time())
                        .filter(gone -> !gone)
                        .flatMap(_ ->
                                known.map(Mono::just).orElseGet(() -> lock(conversation, envelope.requireTenant()))));
    }

    /// The dialogue, locked until the transaction ends; a new one when it was never heard of.
    Mono<StoredDialogue> lock(ConversationId conversation, TenantId tenant) {
        return database.sql("""
                        insert into dialogue (conversation, tenant, version, lead, lead_number, introduced)
                        values (:conversation, :tenant, 0, 'assistant', 1, false) on conflict do nothing""")
                .bind("conversation", conversation.value())
                .bind("tenant", tenant.value())
                .then()
                .then(select(conversation, FOR_UPDATE));
    }

    Mono<StoredDialogue> find(ConversationId conversation) {
        return select(conversation, "select * from dialogue where conversation = :conversation");
    }

    /// The newest message of the customer, whatever became of it; empty when they never wrote.
    Mono<Heard> newest(ConversationId conversation) {
        return database.sql("""
                        select * from heard where conversation = :conversation order by at desc, message desc limit 1""")
                .bind("conversation", conversation.value())
                .map(Dialogues::toHeard)
                .one();
    }

    /// Saves what happened and gives the dialogue as it is now. What changed nothing leaves the version alone.
    Mono<StoredDialogue> save(StoredDialogue before, List<DialogueEvent> events) {
        if (events.isEmpty()) {
            return Mono.just(before);
        }
        var after = before.dialogue();
        for (var event : events) {
            after = after.evolve(event);
        }
        var saved = new StoredDialogue(before.conversation(), before.tenant(), before.version() + 1, after);
        return Flux.fromIterable(events)
                .concatMap(event -> write(before, event))
                .then(update(saved))
                .thenReturn(saved);
    }

    private Mono<StoredDialogue> select(ConversationId conversation, String sql) {
        return database.sql(sql)
                .bind("conversation", conversation.value())
                .map(row -> toStored(conversation, row))
                .one()
                .flatMap(stored -> waiting(conversation).map(heard -> with(stored, heard)));
    }

    private Mono<List<Heard>> waiting(ConversationId conversation) {
        return database.sql("""
                        select * from heard where conversation = :conversation and outcome is null
                        order by at, message""")
                .bind("conversation", conversation.value())
                .map(Dialogues::toHeard)
                .all()
                .collectList();
    }

    private Mono<Void> write(StoredDialogue stored, DialogueEvent event) {
        return switch (event) {
            case MessageHeard(var message) -> insert(stored, message);
            case LeadMoved _, Told _, Reassured _, InFlow _ -> Mono.empty();
            case AnswersOwed(var since) -> owe(stored.conversation(), since);
            case LeftToPerson(var messages) -> settle(messages, "left");
            case Answered answered -> settle(answered.messages(), "answered");
            case HandedOver over -> settle(over.messages(), "handed_over");
            case Confirmed confirmed -> settle(confirmed.messages(), "answered");
            case KeptSilent silent -> settle(silent.messages(), "silent");
            case NothingWished(var messages) -> weigh(messages);
            case SendingStopped _, SendingResumed _ -> Mono.empty();
        };
    }

    private Mono<Void> insert(StoredDialogue stored, Heard message) {
        return database.sql("""
                        insert into heard (message, tenant, conversation, at, owed_since, channel, customer_address,
                          provider_sid, kind, body, payload, weighed)
                        values (:message, :tenant, :conversation, :at, :since, :channel, :address, :sid, :kind, :body,
                          :payload, false)""")
                .bind("message", message.id().value())
                .bind("tenant", stored.tenant().value())
                .bind("conversation", stored.conversation().value())
                .bind("at", message.at())
                .bind("since", message.owedSince())
                .bind("channel", message.channel().value())
                .bind("address", message.from())
                .bind("sid", message.providerSid())
                .bind("kind", message.kind().wire())
                .bind("body", message.body())
                .bind("payload", Parameter.fromOrEmpty(message.payload(), String.class))
                .then();
    }

    private Mono<Void> owe(ConversationId conversation, Instant since) {
        return database.sql(
                        "update heard set owed_since = :since where conversation = :conversation and outcome is null")
                .bind("since", since)
                .bind("conversation", conversation.value())
                .then();
    }

    private Mono<Void> settle(List<Heard> messages, String outcome) {
        return database.sql("update heard set outcome = :outcome where message = any(:messages)")
                .bind("outcome", outcome)
                .bind("messages", idsOf(messages))
                .then();
    }

    private Mono<Void> weigh(List<Heard> messages) {
        return database.sql("update heard set weighed = true where message = any(:messages)")
                .bind("messages", idsOf(messages))
                .then();
    }

    private static UUID[] idsOf(List<Heard> messages) {
        return messages.stream().map(it -> it.id().value()).toArray(UUID[]::new);
    }

    private Mono<Void> update(StoredDialogue stored) {
        var dialogue = stored.dialogue();
        return database.sql("""
                        update dialogue set version = :version, lead = :lead, lead_number = :number,
                          introduced = :introduced, newest_answered = :newest, newest_wish = :wish,
                          opted_out_at = :optedOut, opt_out_confirmation = :confirmation, memory = :memory
                        where conversation = :conversation""")
                .bind("version", stored.version())
                .bind("lead", nameOf(dialogue.lead()))
                .bind("number", dialogue.lead().number())
                .bind("introduced", dialogue.introduced())
                .bind("memory", MemoryJson.write(dialogue.memory()))
                .bind("newest", Parameter.fromOrEmpty(dialogue.newestAnswered(), Instant.class))
                .bind("wish", Parameter.fromOrEmpty(dialogue.newestWish(), Instant.class))
                .bind("optedOut", Parameter.fromOrEmpty(sinceOf(dialogue.optOut()), Instant.class))
                .bind("confirmation", Parameter.fromOrEmpty(confirmationOf(dialogue.optOut()), UUID.class))
                .bind("conversation", stored.conversation().value())
                .then();
    }

    private static StoredDialogue toStored(ConversationId conversation, Readable row) {
        return new StoredDialogue(
                conversation,
                TenantId.of(required(row, "tenant", UUID.class)),
                required(row, "version", Long.class),
                new Dialogue(
                        toLead(required(row, "lead", String.class), required(row, "lead_number", Long.class)),
                        List.of(),
                        required(row, "introduced", Boolean.class),
                        row.get("newest_answered", Instant.class),
                        row.get("newest_wish", Instant.class),
                        toOptOut(row),
                        MemoryJson.read(required(row, "memory", String.class))));
    }

    private static @Nullable OptOut toOptOut(Readable row) {
        var since = row.get("opted_out_at", Instant.class);
        var confirmation = row.get("opt_out_confirmation", UUID.class);
        return since == null ? null : new OptOut(since, confirmation == null ? null : MessageId.of(confirmation));
    }

    private static @Nullable Instant sinceOf(@Nullable OptOut optOut) {
        return optOut == null ? null : optOut.since();
    }

    private static @Nullable UUID confirmationOf(@Nullable OptOut optOut) {
        return optOut == null || optOut.confirmation() == null
                ? null
                : optOut.confirmation().value();
    }

    private static StoredDialogue with(StoredDialogue stored, List<Heard> waiting) {
        return new StoredDialogue(
                stored.conversation(),
                stored.tenant(),
                stored.version(),
                stored.dialogue().withWaiting(List.copyOf(waiting)));
    }

    private static Heard toHeard(Readable row) {
        return new Heard(
                MessageId.of(required(row, "message", UUID.class)),
                required(row, "at", Instant.class),
                required(row, "owed_since", Instant.class),
                ChannelId.of(required(row, "channel", UUID.class)),
                required(row, "customer_address", String.class),
                required(row, "provider_sid", String.class),
                MessageKind.of(required(row, "kind", String.class)),
                required(row, "body", String.class),
                row.get("payload", String.class),
                required(row, "weighed", Boolean.class));
    }

    private static Lead toLead(String name, long number) {
        return switch (name) {
            case ASSISTANT -> new AssistantLeads(number);
            case HANDED_OVER -> new Lead.HandedOver(number);
            case OTHERS -> new OthersLead(number);
            case OTHERS_SPOKE -> new OthersLead(number, true);
            default -> throw new IllegalStateException("nobody leads as " + name);
        };
    }

    private static String nameOf(Lead lead) {
        return switch (lead) {
            case AssistantLeads _ -> ASSISTANT;
            case Lead.HandedOver _ -> HANDED_OVER;
            case OthersLead(var _, var spoke) -> spoke ? OTHERS_SPOKE : OTHERS;
        };
    }
}
