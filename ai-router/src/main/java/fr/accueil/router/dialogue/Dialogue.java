package fr.accueil.router.dialogue;

import static java.util.function.Predicate.not;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.Leader;
import fr.accueil.router.dialogue.DialogueCommand.FollowLead;
import fr.accueil.router.dialogue.DialogueCommand.GiveUp;
import fr.accueil.router.dialogue.DialogueCommand.Hear;
import fr.accueil.router.dialogue.DialogueCommand.NotePerson;
import fr.accueil.router.dialogue.DialogueCommand.Reply;
import fr.accueil.router.dialogue.DialogueEvent.Answered;
import fr.accueil.router.dialogue.DialogueEvent.AnswersOwed;
import fr.accueil.router.dialogue.DialogueEvent.HandedOver;
import fr.accueil.router.dialogue.DialogueEvent.LeadMoved;
import fr.accueil.router.dialogue.DialogueEvent.LeftToPerson;
import fr.accueil.router.dialogue.DialogueEvent.MessageHeard;
import fr.accueil.router.dialogue.Lead.AssistantLeads;
import fr.accueil.router.dialogue.Lead.OthersLead;
import fr.accueil.router.dialogue.Said.Content;
import fr.accueil.router.dialogue.Said.Content.AnsweredWith;
import fr.accueil.router.dialogue.Said.Content.Greeted;
import fr.accueil.router.dialogue.Said.Content.PassedOn;
import fr.accueil.router.dialogue.Said.Content.Thanked;
import fr.accueil.router.dialogue.Said.Matter;
import fr.accueil.router.dialogue.Turn.PassOn;
import fr.accueil.router.dialogue.Turn.Read;
import fr.accueil.router.dialogue.Turn.Silence;
import fr.accueil.router.understanding.Language;
import fr.accueil.router.understanding.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One customer's dialogue with the assistant: who leads, what waits for an answer, and whether it has said what it is.
///
/// @param waiting oldest first
/// @param newestAnswered when the newest message was written that the assistant answered or handed over
record Dialogue(
        Lead lead,
        List<Heard> waiting,
        boolean introduced,
        @Nullable Instant newestAnswered) {

    /// Older than this, a message is a person's: an answer out of the blue would surprise.
    static final Duration YOUNG = Duration.ofMinutes(10);

    /// A message this much older than one that was answered came after its turn; less is a race between webhooks.
    static final Duration OVERTAKEN = Duration.ofSeconds(30);

    static Dialogue fresh() {
        return new Dialogue(new AssistantLeads(1), List.of(), false, null);
    }

    boolean assistantLeads() {
        return lead instanceof AssistantLeads;
    }

    /// Whether the assistant owes an answer.
    boolean owes() {
        return assistantLeads() && !waiting.isEmpty();
    }

    /// What the assistant has to do now, before it reads anything.
    Turn turn(Instant now) {
        if (!owes()) {
            return new Silence();
        }
        if (waiting.stream().anyMatch(message -> overtaken(message) || old(message, now))) {
            return new PassOn(HandoverReason.TOO_OLD);
        }
        return waiting.stream().allMatch(Heard::readable)
                ? new Read(waiting)
                : new PassOn(HandoverReason.UNSUPPORTED_MESSAGE);
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

    List<DialogueEvent> decide(DialogueCommand command) {
        return switch (command) {
            case Hear(var message) -> hear(message);
            case FollowLead(var number, var leader, var now) -> follow(number, leader, now);
            case NotePerson(var at) -> leave(before(at));
            case Reply(var reading) -> owes() ? reply(reading) : List.of();
            case GiveUp(var reason) -> owes() ? giveUp(reason) : List.of();
        };
    }

    Dialogue evolve(DialogueEvent event) {
        return switch (event) {
            case MessageHeard(var message) -> withWaiting(plus(message));
            case LeadMoved(var moved) -> new Dialogue(moved, waiting, introduced, newestAnswered);
            case AnswersOwed(var since) ->
                withWaiting(waiting.stream().map(it -> it.owedSince(since)).toList());
            case LeftToPerson(var messages) -> withWaiting(without(messages));
            case Answered answered -> settled(lead, answered.messages(), answered.said());
            case HandedOver over -> settled(new Lead.HandedOver(over.leaderNumber()), over.messages(), over.said());
        };
    }

    private List<DialogueEvent> hear(Heard message) {
        var known = waiting.stream().anyMatch(it -> it.id().equals(message.id()));
        return known ? List.of() : List.of(new MessageHeard(message));
    }

    private List<DialogueEvent> follow(long number, Leader leader, Instant now) {
        if (number <= lead.number()) {
            return List.of();
        }
        if (!leader.assistantLeads()) {
            return List.of(new LeadMoved(new OthersLead(number)));
        }
        var events = new ArrayList<DialogueEvent>();
        events.add(new LeadMoved(new AssistantLeads(number)));
        events.addAll(leave(
                waiting.stream().filter(it -> old(it, now) || overtaken(it)).toList()));
        events.add(new AnswersOwed(now));
        return List.copyOf(events);
    }

    private List<DialogueEvent> leave(List<Heard> messages) {
        return messages.isEmpty() ? List.of() : List.of(new LeftToPerson(messages));
    }

    private List<DialogueEvent> reply(Reading reading) {
        return switch (reading.intent()) {
            case GREETING -> answer(new Greeted(), reading);
            case THANKS -> answer(new Thanked(), reading);
            case FAQ ->
                reading.answers().isEmpty()
                        ? passOn(HandoverReason.NO_ANSWER_KNOWN, Matter.QUESTION, reading)
                        : answer(new AnsweredWith(reading.faqs()), reading);
            case BOOKING -> passOn(HandoverReason.NO_ANSWER_KNOWN, Matter.BOOKING, reading);
            case QUOTE -> passOn(HandoverReason.NO_ANSWER_KNOWN, Matter.QUOTE, reading);
            case CANCEL_BOOKING -> passOn(HandoverReason.NO_ANSWER_KNOWN, Matter.CANCELLATION, reading);
            case HUMAN -> passOn(HandoverReason.CUSTOMER_ASKED, Matter.PERSON, reading);
            case COMPLAINT -> passOn(HandoverReason.COMPLAINT, Matter.COMPLAINT, reading);
            case OPT_OUT -> passOn(HandoverReason.CUSTOMER_ASKED, Matter.OPT_OUT, reading);
            case OTHER -> passOn(HandoverReason.NOT_UNDERSTOOD, Matter.UNCLEAR, reading);
        };
    }

    private List<DialogueEvent> answer(Content content, Reading reading) {
        return List.of(new Answered(waiting, say(content, reading.language()), reading, lead.number()));
    }

    private List<DialogueEvent> passOn(HandoverReason reason, Matter matter, Reading reading) {
        var said = say(new PassedOn(matter), reading.language());
        return List.of(new HandedOver(waiting, reason, said, reading, lead.number()));
    }

    /// What a newer message has overtaken is handed over without a word: the customer has had an answer since.
    private List<DialogueEvent> giveUp(HandoverReason reason) {
        var quietly = waiting.stream().allMatch(this::overtaken);
        var matter = reason == HandoverReason.UNSUPPORTED_MESSAGE ? Matter.MEDIA : Matter.DELAYED;
        var said = quietly ? null : say(new PassedOn(matter), Language.FRENCH);
        return List.of(new HandedOver(waiting, reason, said, null, lead.number()));
    }

    private Said say(Content content, Language language) {
        return new Said(content, language, !introduced);
    }

    private boolean old(Heard message, Instant now) {
        return message.at().plus(YOUNG).isBefore(now);
    }

    private boolean overtaken(Heard message) {
        return newestAnswered != null && message.at().plus(OVERTAKEN).isBefore(newestAnswered);
    }

    private List<Heard> before(Instant at) {
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

    private Dialogue withWaiting(List<Heard> messages) {
        return new Dialogue(lead, messages, introduced, newestAnswered);
    }

    private Dialogue settled(Lead after, List<Heard> messages, @Nullable Said said) {
        var newest = messages.stream()
                .map(Heard::at)
                .max(Comparator.naturalOrder())
                .filter(at -> newestAnswered == null || at.isAfter(newestAnswered))
                .orElse(newestAnswered);
        return new Dialogue(after, without(messages), introduced || said != null, newest);
    }
}
