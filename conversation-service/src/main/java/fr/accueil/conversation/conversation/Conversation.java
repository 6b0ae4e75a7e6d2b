package fr.accueil.conversation.conversation;

import fr.accueil.conversation.conversation.ConversationCommand.Drop;
import fr.accueil.conversation.conversation.ConversationCommand.Fence;
import fr.accueil.conversation.conversation.ConversationCommand.HandBack;
import fr.accueil.conversation.conversation.ConversationCommand.HandOver;
import fr.accueil.conversation.conversation.ConversationCommand.HearCustomer;
import fr.accueil.conversation.conversation.ConversationCommand.KnowCorrespondent;
import fr.accueil.conversation.conversation.ConversationCommand.LoseLeader;
import fr.accueil.conversation.conversation.ConversationCommand.MarkRead;
import fr.accueil.conversation.conversation.ConversationCommand.NoticeSilence;
import fr.accueil.conversation.conversation.ConversationCommand.Person;
import fr.accueil.conversation.conversation.ConversationCommand.RecordOptOut;
import fr.accueil.conversation.conversation.ConversationCommand.RecordReply;
import fr.accueil.conversation.conversation.ConversationCommand.Resolve;
import fr.accueil.conversation.conversation.ConversationCommand.ShowAgain;
import fr.accueil.conversation.conversation.ConversationCommand.TakeOver;
import fr.accueil.conversation.conversation.ConversationCommand.Write;
import fr.accueil.conversation.conversation.ConversationEvent.CorrespondentKnown;
import fr.accueil.conversation.conversation.ConversationEvent.CustomerHeard;
import fr.accueil.conversation.conversation.ConversationEvent.EpisodeStarted;
import fr.accueil.conversation.conversation.ConversationEvent.EverythingRead;
import fr.accueil.conversation.conversation.ConversationEvent.Fenced;
import fr.accueil.conversation.conversation.ConversationEvent.LeadMoved;
import fr.accueil.conversation.conversation.ConversationEvent.MessageDropped;
import fr.accueil.conversation.conversation.ConversationEvent.MessageShown;
import fr.accueil.conversation.conversation.ConversationEvent.Opened;
import fr.accueil.conversation.conversation.ConversationEvent.OptOutMoved;
import fr.accueil.conversation.conversation.ConversationEvent.PersonAwaited;
import fr.accueil.conversation.conversation.ConversationEvent.Resolved;
import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.Author;
import fr.accueil.events.ChangeEvent;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ConversationId;
import fr.accueil.events.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One customer's thread as the business sees it: pure, decided and remembered without a clock or a database.
///
/// @param version grows by one with each change that is saved, however many events it has
/// @param optedOutAt since when the customer wants no messages; null when they may be written to
/// @param fenced nothing that was written under an older leadership than this can go out any more
/// @param correspondent null while only a hand-over or a delivery spoke of it: not shown yet
public record Conversation(
        TenantId tenant,
        ConversationId id,
        long version,
        int episode,
        Standing standing,
        Lead lead,
        long fenced,
        @Nullable Correspondent correspondent,
        Activity activity,
        @Nullable Instant optedOutAt) {

    private static final List<ConversationEvent> NOTHING = List.of();

    public static Conversation fresh(TenantId tenant, ConversationId id, Instant since) {
        var lead = Lead.atStart();
        return new Conversation(
                tenant, id, 0, 1, new Standing.New(), lead, lead.number(), null, Activity.none(since), null);
    }

    public List<ConversationEvent> decide(ConversationCommand command) {
        return switch (command) {
            case HearCustomer hear -> hear(hear);
            case RecordReply(var message, var to) -> all(known(to), shown(message), answeredBy(message.author()));
            case ShowAgain(var message) -> shown(message);
            case Drop(var dropped, var latest) ->
                activity.isLast(dropped) ? List.of(new MessageDropped(dropped, latest)) : NOTHING;
            case Write(var message, var person) ->
                all(
                        lead instanceof Lead.ByPerson ? NOTHING : takenBy(person),
                        shown(message),
                        answeredBy(message.author()));
            case HandOver(var reason, var leaderNumber) ->
                lead.isAssistant() && leaderNumber >= lead.number()
                        ? List.of(new PersonAwaited(reason), new LeadMoved(new Lead.ByNobody(lead.number() + 1)))
                        : NOTHING;
            case NoticeSilence() ->
                lead.isAssistant() && !isAwaitingPerson()
                        ? List.of(new PersonAwaited(HandoverReason.DEADLINE_PASSED))
                        : NOTHING;
            case TakeOver(var person) -> all(lead.isPerson(person.subject()) ? NOTHING : takenBy(person), opened());
            case LoseLeader(var subject) ->
                lead.isPerson(subject)
                        ? List.of(new PersonAwaited(null), new LeadMoved(new Lead.ByNobody(lead.number() + 1)))
                        : NOTHING;
            case HandBack() -> all(backToAssistant(), isAwaitingPerson() ? opened() : NOTHING);
            case MarkRead() -> all(read(), standing instanceof Standing.New ? opened() : NOTHING);
            case Fence(var number) ->
                isLeadChanging() && number >= lead.number() ? List.of(new Fenced(number)) : NOTHING;
            case RecordOptOut(var since) ->
                Objects.equals(since, optedOutAt) ? NOTHING : List.of(new OptOutMoved(since));
            case KnowCorrespondent(var known) -> List.of(new CorrespondentKnown(known));
            case Resolve() ->
                standing instanceof Standing.Resolved ? NOTHING : all(List.of(new Resolved()), backToAssistant());
        };
    }

    public Conversation evolve(ConversationEvent event) {
        return switch (event) {
            case CorrespondentKnown(var known) -> with(known);
            case CustomerHeard(var windowEnd) -> with(activity.hear(windowEnd));
            case MessageShown(var message) -> with(activity.show(message));
            case MessageDropped dropped -> with(activity.showInstead(dropped.latest()));
            case EpisodeStarted() -> copy(version, episode + 1, new Standing.New(), lead, fenced, optedOutAt);
            case Opened() -> with(new Standing.Open());
            case PersonAwaited(var reason) -> with(new Standing.AwaitingPerson(reason));
            case EverythingRead() -> with(activity.read());
            case LeadMoved(var to) -> copy(version, episode, standing, to, fenced, optedOutAt);
            case Fenced(var number) -> copy(version, episode, standing, lead, number, optedOutAt);
            case OptOutMoved(var since) -> copy(version, episode, standing, lead, fenced, since);
            case Resolved() -> with(new Standing.Resolved());
        };
    }

    /// This conversation as one change later; the same when there is nothing to change.
    public Conversation apply(List<? extends ConversationCommand> commands) {
        var after = this;
        for (var command : commands) {
            after = after.decide(command).stream().reduce(after, Conversation::evolve, (_, last) -> last);
        }
        return after.equals(this) ? this : after.withVersion(version + 1);
    }

    /// The same under at least this version, for a change that shows only in its messages.
    Conversation atLeast(long version) {
        return this.version >= version ? this : withVersion(version);
    }

    /// As browsers and other services see it; empty while nobody knows whose it is.
    public Optional<ChangeEvent.Conversation> view() {
        if (correspondent == null) {
            return Optional.empty();
        }
        return Optional.of(new ChangeEvent.Conversation(
                id,
                version,
                standing.status(),
                isAwaitingPerson(),
                standing instanceof Standing.AwaitingPerson(var reason) ? reason : null,
                lead.leader(),
                lead.number(),
                correspondent.card(),
                correspondent.channel(),
                activity.lastMessage(),
                activity.unread(),
                activity.lastActivityAt(),
                activity.freeTextUntil(),
                optedOutAt,
                isLeadChanging()));
    }

    /// @throws IllegalStateException while nobody knows whose it is: such a one cannot be locked for a person
    public Correspondent requireCorrespondent() {
        if (correspondent == null) {
            throw new IllegalStateException("nobody writes in a conversation without a correspondent");
        }
        return correspondent;
    }

    /// A person has taken it, and words of the one who led before may still be under way.
    public boolean isLeadChanging() {
        return lead instanceof Lead.ByPerson && fenced < lead.number();
    }

    private List<ConversationEvent> hear(HearCustomer hear) {
        return all(
                List.of(new CorrespondentKnown(hear.from()), new CustomerHeard(hear.windowEnd())),
                shown(hear.message()),
                standing instanceof Standing.Resolved
                        ? all(List.of(new EpisodeStarted()), backToAssistant())
                        : NOTHING);
    }

    private List<ConversationEvent> known(Correspondent to) {
        return correspondent == null ? List.of(new CorrespondentKnown(to)) : NOTHING;
    }

    private static List<ConversationEvent> shown(Message message) {
        return List.of(new MessageShown(message));
    }

    /// A person's message opens and reads; the assistant's late one ends the wait that its silence began.
    private List<ConversationEvent> answeredBy(Author author) {
        return switch (author.kind()) {
            case PERSON -> all(opened(), read());
            case ASSISTANT -> lead.isAssistant() && isOverdue() ? opened() : NOTHING;
            case CUSTOMER, SYSTEM -> NOTHING;
        };
    }

    private List<ConversationEvent> opened() {
        return standing instanceof Standing.Open ? NOTHING : List.of(new Opened());
    }

    private List<ConversationEvent> read() {
        return activity.unread() > 0 ? List.of(new EverythingRead()) : NOTHING;
    }

    private List<ConversationEvent> backToAssistant() {
        return lead.isAssistant() ? NOTHING : List.of(new LeadMoved(new Lead.ByAssistant(lead.number() + 1)));
    }

    private List<ConversationEvent> takenBy(Person person) {
        return List.of(new LeadMoved(new Lead.ByPerson(lead.number() + 1, person.subject(), person.name())));
    }

    private boolean isAwaitingPerson() {
        return standing instanceof Standing.AwaitingPerson;
    }

    private boolean isOverdue() {
        return standing.equals(new Standing.AwaitingPerson(HandoverReason.DEADLINE_PASSED));
    }

    @SafeVarargs
    private static List<ConversationEvent> all(List<ConversationEvent>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    private Conversation with(Standing standing) {
        return copy(version, episode, standing, lead, fenced, optedOutAt);
    }

    private Conversation with(Activity activity) {
        return new Conversation(
                tenant, id, version, episode, standing, lead, fenced, correspondent, activity, optedOutAt);
    }

    private Conversation with(Correspondent correspondent) {
        return new Conversation(
                tenant, id, version, episode, standing, lead, fenced, correspondent, activity, optedOutAt);
    }

    private Conversation withVersion(long version) {
        return copy(version, episode, standing, lead, fenced, optedOutAt);
    }

    private Conversation copy(
            long version, int episode, Standing standing, Lead lead, long fenced, @Nullable Instant optedOutAt) {
        return new Conversation(
                tenant, id, version, episode, standing, lead, fenced, correspondent, activity, optedOutAt);
    }
}
