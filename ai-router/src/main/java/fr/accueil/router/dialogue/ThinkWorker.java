package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.ConversationId;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkOutdated;
import fr.accueil.platform.work.WorkQueue;
import fr.accueil.router.dialogue.DialogueCommand.GiveUp;
import fr.accueil.router.dialogue.DialogueCommand.NoteMedia;
import fr.accueil.router.dialogue.DialogueCommand.Weigh;
import fr.accueil.router.dialogue.Turn.AnswerMedia;
import fr.accueil.router.dialogue.Turn.PassOn;
import fr.accueil.router.dialogue.Turn.Read;
import fr.accueil.router.dialogue.Turn.ReadForWish;
import fr.accueil.router.dialogue.Turn.Silence;
import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.Businesses;
import fr.accueil.router.understanding.MessageReader;
import fr.accueil.router.understanding.Question;
import fr.accueil.router.understanding.Reading;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Thinks about one conversation: reads what waits with no transaction open, then commits the answer only if nothing
/// came in between. A draft that a newer message or a person overtook is dropped.
@Component
class ThinkWorker implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(ThinkWorker.class);

    /// An engine that failed this often is not asked again: a person answers.
    private static final int ATTEMPTS = 2;

    /// What comes before and after the reading. A killed instance's work waits for its lease to end, and must still be
    /// done before the deadline.
    private static final Duration LOADING_AND_COMMITTING = Duration.ofSeconds(5);

    private final TenantTransaction transaction;
    private final Dialogues dialogues;
    private final Transcript transcript;
    private final Businesses businesses;
    private final Surroundings surroundings;
    private final MessageReader reader;
    private final Settle settle;
    private final OwedAnswers owed;
    private final WorkQueue queue;
    private final AssistantSettings settings;
    private final Clock clock;

    ThinkWorker(
            TenantTransaction transaction,
            Dialogues dialogues,
            Transcript transcript,
            Businesses businesses,
            Surroundings surroundings,
            MessageReader reader,
            Settle settle,
            OwedAnswers owed,
            WorkQueue queue,
            AssistantSettings settings,
            Clock clock) {
        this.transaction = transaction;
        this.dialogues = dialogues;
        this.transcript = transcript;
        this.businesses = businesses;
        this.surroundings = surroundings;
        this.reader = reader;
        this.settle = settle;
        this.owed = owed;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return OwedAnswers.THINK;
    }

    @Override
    public Duration lease() {
        return settings.readingPatience().plus(LOADING_AND_COMMITTING);
    }

    @Override
    public int concurrency() {
        return settings.concurrency();
    }

    @Override
    public Mono<Void> handle(LeasedWork work) {
        return transaction
                .in(work.tenant(), dialogues.find(conversationOf(work)))
                .flatMap(stored -> think(stored, work));
    }

    private Mono<Void> think(StoredDialogue stored, LeasedWork work) {
        return switch (stored.dialogue().turn(clock.instant())) {
            case Silence() -> transaction.in(work.tenant(), queue.finish(work)).then();
            case PassOn(var reason) -> commit(stored, work, new GiveUp(reason));
            case AnswerMedia _ -> commit(stored, work, new NoteMedia(surroundings.agenda(stored)));
            case Read(var messages) ->
                read(stored, messages, work, reading -> surroundings.reply(stored, reading))
                        .flatMap(command -> commit(stored, work, command));
            case ReadForWish(var messages, var passOn) ->
                read(stored, messages, work, reading -> new Weigh(reading, passOn))
                        .flatMap(command -> commit(stored, work, command));
        };
    }

    private Mono<DialogueCommand> read(
            StoredDialogue stored,
            List<Heard> messages,
            LeasedWork work,
            Function<Reading, DialogueCommand> toCommand) {
        var begun = clock.instant();
        return question(stored, messages)
                .flatMap(reader::read)
                .timeout(settings.readingPatience())
                .map(reading -> reading.taking(Duration.between(begun, clock.instant())))
                .map(toCommand)
                .onErrorResume(failure -> giveUp(failure, work));
    }

    private Mono<Question> question(StoredDialogue stored, List<Heard> messages) {
        return transaction
                .in(stored.tenant(), transcript.before(stored.conversation()))
                .map(before -> new Question(
                        businessOf(stored),
                        before,
                        messages.stream().map(Heard::body).toList(),
                        surroundings.scene(stored),
                        messages.getFirst().owedSince()));
    }

    private Business businessOf(StoredDialogue stored) {
        return businesses.find(stored.tenant()).orElseThrow(() -> new BusinessUnknown(stored.tenant()));
    }

    /// Whatever an engine fails with, the customer is not left alone with it: tried again, then handed over.
    private static Mono<DialogueCommand> giveUp(Throwable failure, LeasedWork work) {
        if (work.attempts() < ATTEMPTS) {
            return Mono.error(failure);
        }
        log.error("The assistant could not read, a person answers", failure);
        return Mono.just(new GiveUp(HandoverReason.ASSISTANT_FAILED));
    }

    private Mono<Void> commit(StoredDialogue drafted, LeasedWork work, DialogueCommand command) {
        return dialogues
                .lock(drafted.conversation(), drafted.tenant())
                .flatMap(now -> now.version() == drafted.version()
                        ? settle.settle(now, command)
                        : Mono.error(new WorkOutdated("the draft is overtaken")))
                .flatMap(owed::kept)
                .then(Mono.defer(() -> queue.finish(work)))
                .as(it -> transaction.in(work.tenant(), it))
                .then();
    }

    private static ConversationId conversationOf(LeasedWork work) {
        return ConversationId.of(work.key());
    }
}
