package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.ChangeConversation;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.ConversationCommand.NoticeSilence;
import fr.accueil.conversation.conversation.Conversations;
import fr.accueil.events.MessageId;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.logging.LogContext;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Notices what the assistant left unanswered, without believing its own watch: the conversation then awaits a
/// person. The assistant keeps the lead, since a late answer is still an answer.
@Component
class UnansweredWorker implements WorkHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnansweredWorker.class);

    private final TenantTransaction transaction;
    private final WorkQueue work;
    private final Conversations conversations;
    private final Messages messages;
    private final Answered answered;
    private final ChangeConversation change;
    private final Counter overdue;

    UnansweredWorker(
            TenantTransaction transaction,
            WorkQueue work,
            Conversations conversations,
            Messages messages,
            Answered answered,
            ChangeConversation change,
            MeterRegistry meters) {
        this.transaction = transaction;
        this.work = work;
        this.conversations = conversations;
        this.messages = messages;
        this.answered = answered;
        this.change = change;
        this.overdue = meters.counter("accueil.messages.overdue");
    }

    @Override
    public String kind() {
        return Unanswered.KIND;
    }

    @Override
    public Mono<Void> handle(LeasedWork due) {
        var message = MessageId.of(due.key());
        return transaction
                .in(due.tenant(), notice(message).then(work.finish(due)).then())
                .contextWrite(LogContext.of(
                        Map.of(LogContext.TENANT, due.tenant().toString(), LogContext.MESSAGE, message.toString())));
    }

    private Mono<Conversation> notice(MessageId message) {
        return messages.findConversation(message)
                .flatMap(conversations::lock)
                .filterWhen(_ -> answered.isAnswered(message).map(yes -> !yes))
                .flatMap(conversation -> change.change(conversation, new NoticeSilence(), message.value())
                        .filter(after -> after.version() != conversation.version()))
                .doOnNext(_ -> {
                    overdue.increment();
                    LOG.warn("Nobody answered in time: the conversation awaits a person");
                });
    }
}
