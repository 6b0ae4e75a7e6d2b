package fr.accueil.router.dialogue;

import static java.util.function.Predicate.not;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.router.dialogue.DialogueCommand.ExpireFlow;
import fr.accueil.router.dialogue.DialogueCommand.ExpireHold;
import fr.accueil.router.dialogue.DialogueCommand.FollowLead;
import fr.accueil.router.dialogue.DialogueCommand.GiveUp;
import fr.accueil.router.dialogue.DialogueCommand.Hear;
import fr.accueil.router.dialogue.DialogueCommand.HearBooked;
import fr.accueil.router.dialogue.DialogueCommand.HearCancelled;
import fr.accueil.router.dialogue.DialogueCommand.HearHeld;
import fr.accueil.router.dialogue.DialogueCommand.HearReminded;
import fr.accueil.router.dialogue.DialogueCommand.HearStart;
import fr.accueil.router.dialogue.DialogueCommand.HearStop;
import fr.accueil.router.dialogue.DialogueCommand.HearTaken;
import fr.accueil.router.dialogue.DialogueCommand.NoteMedia;
import fr.accueil.router.dialogue.DialogueCommand.NotePerson;
import fr.accueil.router.dialogue.DialogueCommand.NoteUnattended;
import fr.accueil.router.dialogue.DialogueCommand.Reply;
import fr.accueil.router.dialogue.DialogueCommand.StopWaiting;
import fr.accueil.router.dialogue.DialogueCommand.Weigh;
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
import fr.accueil.router.dialogue.Turn.AnswerMedia;
import fr.accueil.router.dialogue.Turn.PassOn;
import fr.accueil.router.dialogue.Turn.Read;
import fr.accueil.router.dialogue.Turn.ReadForWish;
import fr.accueil.router.dialogue.Turn.Silence;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.FlowEvent;
import fr.accueil.router.flow.Memory;
import fr.accueil.router.speech.Said;
import fr.accueil.router.understanding.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One customer's dialogue with the assistant: who leads, what waits for an answer, whether it has said what it is,
/// whether the customer wants to hear from the business at all, and what runs between them.
///
/// @param waiting oldest first
/// @param newestAnswered when the newest message was written that the assistant answered or handed over
/// @param newestWish the same of those that asked for something
/// @param optOut null while the customer may be written to
/// @param memory what runs, and what is known of the customer
public record Dialogue(
        Lead lead,
        List<Heard> waiting,
        boolean introduced,
        @Nullable Instant newestAnswered,
        @Nullable Instant newestWish,
        @Nullable OptOut optOut,
        Memory memory) {

    /// Older than this, a message is a person's: an answer out of the blue would surprise.
    static final Duration YOUNG = Duration.ofMinutes(10);

    /// A message this much older than one that was answered came after its turn; less is a race between webhooks.
    static final Duration OVERTAKEN = Duration.ofSeconds(30);

    public static Dialogue fresh() {
        return new Dialogue(new AssistantLeads(1), List.of(), false, null, null, null, Memory.EMPTY);
    }

    public boolean assistantLeads() {
        return lead instanceof AssistantLeads;
    }

    /// Whether the assistant owes an answer.
    public boolean owes() {
        return assistantLeads() && !waiting.isEmpty();
    }

    /// Whether someone who opted out may have asked for something, while it is not the assistant's to answer.
    boolean weighs() {
        return !owes() && !unweighed().isEmpty();
    }

    /// What the assistant has to do now, before it reads anything.
    public Turn turn(Instant now) {
        if (!owes()) {
            return weighs() ? new ReadForWish(unweighed(), null) : new Silence();
        }
        if (flow().isWaiting()) {
            return new Silence();
        }
        var passOn = reasonToPassOn(now);
        if (passOn.isEmpty()) {
            return waiting.stream().anyMatch(it -> !it.body().isBlank()) ? new Read(waiting) : new AnswerMedia(waiting);
        }
        return unweighed().isEmpty() ? new PassOn(passOn.get()) : new ReadForWish(unweighed(), passOn.get());
    }

    private Optional<HandoverReason> reasonToPassOn(Instant now) {
        if (waiting.stream().anyMatch(message -> overtaken(message) || old(message, now))) {
            return Optional.of(HandoverReason.TOO_OLD);
        }
        return waiting.stream().allMatch(this::canBeTaken)
                ? Optional.empty()
                : Optional.of(HandoverReason.UNSUPPORTED_MESSAGE);
    }

    /// Words, or what can be answered without them. Who opted out is answered nothing for a sticker.
    private boolean canBeTaken(Heard message) {
        if (message.readable()) {
            return true;
        }
        return optOut == null
                && switch (message.kind()) {
                    case AUDIO, STICKER -> true;
                    case IMAGE, VIDEO, DOCUMENT -> flow() instanceof Flow.Quote;
                    case TEXT, BUTTON, CONTACT, LOCATION, UNSUPPORTED ->
                        ReminderAnswer.in(message).isPresent();
                };
    }

    /// What came after an opt-out and was not read for whether it lifts it.
    List<Heard> unweighed() {
        return optOut == null
                ? List.of()
                : waiting.stream()
                        .filter(it -> it.readable() && !it.weighed() && it.at().isAfter(optOut.since()))
                        .toList();
    }

    boolean overdue(Instant now, Duration deadline) {
        return owes() && !oldestOwed().plus(deadline).isAfter(now);
    }

    /// Since when the longest-waiting answer is owed.
    Instant oldestOwed() {
        return waiting.stream()
                .map(Heard::owedSince)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    public Flow flow() {
        return memory.flow();
    }

    public List<DialogueEvent> decide(DialogueCommand command) {
        return switch (command) {
            case Hear(var message) -> knows(message) ? List.of() : List.of(new MessageHeard(message));
            case HearStop stop -> knows(stop.message()) ? List.of() : new HeedOptOut(this).hear(stop);
            case HearStart start -> knows(start.message()) ? List.of() : new HeedOptOut(this).hear(start);
            case FollowLead follow -> new ChangeLeader(this).follow(follow);
            case NotePerson(var at) -> new ChangeLeader(this).spoke(at);
            case Reply reply -> owes() ? new HeedOptOut(this).reply(reply) : List.of();
            case NoteMedia(var agenda) -> owes() ? new AnswerCustomer(this).media(agenda) : List.of();
            case Weigh(var reading, var passOn) -> new HeedOptOut(this).weigh(reading, passOn);
            case GiveUp(var reason) ->
                owes() ? new Speak(this).giveUp(reason, optOut == null) : new HeedOptOut(this).leaveAsIs();
            case HearHeld(var booking, var start) -> new HearAgenda(this).held(booking, start);
            case HearTaken(var booking, var start, var agenda) -> new HearAgenda(this).taken(booking, start, agenda);
            case HearBooked(var booking, var agenda) -> new HearAgenda(this).booked(booking, agenda);
            case HearCancelled(var booking, var agenda) -> new HearAgenda(this).cancelled(booking, agenda);
            case HearReminded(var booking) -> List.of(new InFlow(new FlowEvent.BookingReminded(booking)));
            case StopWaiting(var agenda) -> new HearAgenda(this).inVain(agenda);
            case ExpireHold(var booking) -> new HearAgenda(this).expireHold(booking);
            case ExpireFlow() -> new HearAgenda(this).expireFlow();
            case NoteUnattended(var agenda) -> new ChangeLeader(this).reassure(agenda);
        };
    }

    public Dialogue evolve(DialogueEvent event) {
        return switch (event) {
            case MessageHeard(var message) -> withWaiting(plus(message)).remembering(Remember.heard(memory, message));
            case LeadMoved(var moved) -> withLead(moved).remembering(Remember.lead(memory, moved));
            case AnswersOwed(var since) ->
                withWaiting(waiting.stream().map(it -> it.owedSince(since)).toList());
            case LeftToPerson(var messages) -> withWaiting(without(messages));
            case Answered answered ->
                settled(answered.messages(), answered.said(), answered.reading())
                        .remembering(Remember.said(memory, answered.said()));
            case Told(var said, var _) -> saying().remembering(Remember.said(memory, said));
            case Reassured _ -> saying().remembering(memory.reassured(true));
            case HandedOver over ->
                settled(over.messages(), over.said(), over.reading())
                        .withLead(new Lead.HandedOver(over.leaderNumber()))
                        .remembering(Remember.handOver(memory));
            case SendingStopped stopped ->
                withOptOut(new OptOut(stopped.request().at(), stopped.confirmation()))
                        .remembering(memory.with(new Flow.None()));
            case SendingResumed _ -> withOptOut(null);
            case Confirmed confirmed -> settled(confirmed.messages(), confirmed.said(), null);
            case KeptSilent silent -> settled(silent.messages(), null, null);
            case NothingWished(var messages) ->
                withWaiting(waiting.stream()
                        .map(it -> messages.contains(it) ? it.asWeighed() : it)
                        .toList());
            case InFlow(var fact) -> remembering(Remember.fact(memory, fact));
        };
    }

    private boolean knows(Heard message) {
        return waiting.stream().anyMatch(it -> it.id().equals(message.id()));
    }

    boolean old(Heard message, Instant now) {
        return message.at().plus(YOUNG).isBefore(now);
    }

    boolean overtaken(Heard message) {
        return newestAnswered != null && message.at().plus(OVERTAKEN).isBefore(newestAnswered);
    }

    List<Heard> before(Instant at) {
        return waiting.stream().filter(it -> !it.at().isAfter(at)).toList();
    }

    private List<Heard> plus(Heard message) {
        var all = new ArrayList<>(waiting);
        all.add(message);
        all.sort(Comparator.comparing(Heard::at).thenComparing(it -> it.id().value()));
        return List.copyOf(all);
    }

    private List<Heard> without(List<Heard> messages) {
        return waiting.stream().filter(not(messages::contains)).toList();
    }

    private Dialogue withLead(Lead moved) {
        return new Dialogue(moved, waiting, introduced, newestAnswered, newestWish, optOut, memory);
    }

    Dialogue withWaiting(List<Heard> messages) {
        return new Dialogue(lead, messages, introduced, newestAnswered, newestWish, optOut, memory);
    }

    private Dialogue withOptOut(@Nullable OptOut changed) {
        return new Dialogue(lead, waiting, introduced, newestAnswered, newestWish, changed, memory);
    }

    private Dialogue remembering(Memory changed) {
        return new Dialogue(lead, waiting, introduced, newestAnswered, newestWish, optOut, changed);
    }

    private Dialogue saying() {
        return new Dialogue(lead, waiting, true, newestAnswered, newestWish, optOut, memory);
    }

    private Dialogue settled(List<Heard> messages, @Nullable Said said, @Nullable Reading reading) {
        var wish = reading != null && HeedOptOut.asks(reading, messages) ? newest(messages, newestWish) : newestWish;
        return new Dialogue(
                lead,
                without(messages),
                introduced || said != null,
                newest(messages, newestAnswered),
                wish,
                optOut,
                memory);
    }

    private static @Nullable Instant newest(List<Heard> messages, @Nullable Instant before) {
        return messages.stream()
                .map(Heard::at)
                .max(Comparator.naturalOrder())
                .filter(at -> before == null || at.isAfter(before))
                .orElse(before);
    }
}
