package fr.accueil.router.dialogue;

import static java.util.function.Predicate.not;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.Leader;
import fr.accueil.events.OutboundEvent.ResumeReason;
import fr.accueil.router.dialogue.DialogueCommand.FollowLead;
import fr.accueil.router.dialogue.DialogueCommand.GiveUp;
import fr.accueil.router.dialogue.DialogueCommand.Hear;
import fr.accueil.router.dialogue.DialogueCommand.HearStart;
import fr.accueil.router.dialogue.DialogueCommand.HearStop;
import fr.accueil.router.dialogue.DialogueCommand.NotePerson;
import fr.accueil.router.dialogue.DialogueCommand.Reply;
import fr.accueil.router.dialogue.DialogueCommand.Weigh;
import fr.accueil.router.dialogue.DialogueEvent.Answered;
import fr.accueil.router.dialogue.DialogueEvent.AnswersOwed;
import fr.accueil.router.dialogue.DialogueEvent.Confirmed;
import fr.accueil.router.dialogue.DialogueEvent.HandedOver;
import fr.accueil.router.dialogue.DialogueEvent.KeptSilent;
import fr.accueil.router.dialogue.DialogueEvent.LeadMoved;
import fr.accueil.router.dialogue.DialogueEvent.LeftToPerson;
import fr.accueil.router.dialogue.DialogueEvent.MessageHeard;
import fr.accueil.router.dialogue.DialogueEvent.NothingWished;
import fr.accueil.router.dialogue.DialogueEvent.SendingResumed;
import fr.accueil.router.dialogue.DialogueEvent.SendingStopped;
import fr.accueil.router.dialogue.Lead.AssistantLeads;
import fr.accueil.router.dialogue.Lead.OthersLead;
import fr.accueil.router.dialogue.Said.Content;
import fr.accueil.router.dialogue.Said.Content.AnsweredWith;
import fr.accueil.router.dialogue.Said.Content.Greeted;
import fr.accueil.router.dialogue.Said.Content.PassedOn;
import fr.accueil.router.dialogue.Said.Content.Resumed;
import fr.accueil.router.dialogue.Said.Content.Stopped;
import fr.accueil.router.dialogue.Said.Content.Thanked;
import fr.accueil.router.dialogue.Said.Matter;
import fr.accueil.router.dialogue.Turn.PassOn;
import fr.accueil.router.dialogue.Turn.Read;
import fr.accueil.router.dialogue.Turn.ReadForWish;
import fr.accueil.router.dialogue.Turn.Silence;
import fr.accueil.router.understanding.Intent;
import fr.accueil.router.understanding.Language;
import fr.accueil.router.understanding.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One customer's dialogue with the assistant: who leads, what waits for an answer, whether it has said what it is, and
/// whether the customer wants to hear from the business at all.
///
/// @param waiting oldest first
/// @param newestAnswered when the newest message was written that the assistant answered or handed over
/// @param newestWish the same of those that asked for something
/// @param optOut null while the customer may be written to
record Dialogue(
        Lead lead,
        List<Heard> waiting,
        boolean introduced,
        @Nullable Instant newestAnswered,
        @Nullable Instant newestWish,
        @Nullable OptOut optOut) {

    /// Older than this, a message is a person's: an answer out of the blue would surprise.
    static final Duration YOUNG = Duration.ofMinutes(10);

    /// A message this much older than one that was answered came after its turn; less is a race between webhooks.
    static final Duration OVERTAKEN = Duration.ofSeconds(30);

    static Dialogue fresh() {
        return new Dialogue(new AssistantLeads(1), List.of(), false, null, null, null);
    }

    boolean assistantLeads() {
        return lead instanceof AssistantLeads;
    }

    /// Whether the assistant owes an answer.
    boolean owes() {
        return assistantLeads() && !waiting.isEmpty();
    }

    /// Whether someone who opted out may have asked for something, while it is not the assistant's to answer.
    boolean weighs() {
        return !owes() && !unweighed().isEmpty();
    }

    /// What the assistant has to do now, before it reads anything.
    Turn turn(Instant now) {
        if (!owes()) {
            return weighs() ? new ReadForWish(unweighed(), null) : new Silence();
        }
        var passOn = reasonToPassOn(now);
        if (passOn.isEmpty()) {
            return new Read(waiting);
        }
        return unweighed().isEmpty() ? new PassOn(passOn.get()) : new ReadForWish(unweighed(), passOn.get());
    }

    private Optional<HandoverReason> reasonToPassOn(Instant now) {
        if (waiting.stream().anyMatch(message -> overtaken(message) || old(message, now))) {
            return Optional.of(HandoverReason.TOO_OLD);
        }
        return waiting.stream().allMatch(Heard::readable)
                ? Optional.empty()
                : Optional.of(HandoverReason.UNSUPPORTED_MESSAGE);
    }

    /// What came after an opt-out and was not read for whether it lifts it.
    private List<Heard> unweighed() {
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

    List<DialogueEvent> decide(DialogueCommand command) {
        return switch (command) {
            case Hear(var message) -> knows(message) ? List.of() : List.of(new MessageHeard(message));
            case HearStop stop -> knows(stop.message()) ? List.of() : hear(stop);
            case HearStart start -> knows(start.message()) ? List.of() : hear(start);
            case FollowLead(var number, var leader, var now) -> follow(number, leader, now);
            case NotePerson(var at) -> leave(before(at));
            case Reply(var reading) -> owes() ? lifting(reading, this::reply, this::keepSilent) : List.of();
            case Weigh(var reading, var passOn) -> weigh(reading, passOn);
            case GiveUp(var reason) -> owes() ? giveUp(reason, optOut == null) : leaveAsIs();
        };
    }

    Dialogue evolve(DialogueEvent event) {
        return switch (event) {
            case MessageHeard(var message) -> withWaiting(plus(message));
            case LeadMoved(var moved) -> withLead(moved);
            case AnswersOwed(var since) ->
                withWaiting(waiting.stream().map(it -> it.owedSince(since)).toList());
            case LeftToPerson(var messages) -> withWaiting(without(messages));
            case Answered answered -> settled(answered.messages(), answered.said(), answered.reading());
            case HandedOver over ->
                settled(over.messages(), over.said(), over.reading())
                        .withLead(new Lead.HandedOver(over.leaderNumber()));
            case SendingStopped stopped ->
                withOptOut(new OptOut(stopped.request().at(), stopped.confirmation()));
            case SendingResumed _ -> withOptOut(null);
            case Confirmed confirmed -> settled(confirmed.messages(), confirmed.said(), null);
            case KeptSilent silent -> settled(silent.messages(), null, null);
            case NothingWished(var messages) ->
                withWaiting(waiting.stream()
                        .map(it -> messages.contains(it) ? it.asWeighed() : it)
                        .toList());
        };
    }

    private boolean knows(Heard message) {
        return waiting.stream().anyMatch(it -> it.id().equals(message.id()));
    }

    /// STOP holds whoever leads, and is confirmed once. One that comes late holds too, unless the customer has been
    /// answered since: then they asked for something after it, and a person sees to it.
    private List<DialogueEvent> hear(HearStop stop) {
        var message = stop.message();
        var heard = new MessageHeard(message);
        if (optOut != null && optOut.confirmation() != null) {
            return List.of(heard, new KeptSilent(upTo(message), optOut.confirmation()));
        }
        if (newestWish != null && message.at().isBefore(newestWish)) {
            return List.of(heard);
        }
        if (message.cameInTime()) {
            var said = say(new Stopped(), stop.language());
            return List.of(
                    heard,
                    new SendingStopped(message, stop.word(), stop.confirmation()),
                    new Confirmed(stop.confirmation(), upTo(message), said, lead.number()));
        }
        var stopped = new SendingStopped(message, stop.word(), null);
        return assistantLeads()
                ? List.of(heard, stopped, handOver(upTo(message), HandoverReason.TOO_OLD, null, null))
                : List.of(heard, stopped);
    }

    /// What STOP settles: itself, and what the assistant still owed before it.
    private List<Heard> upTo(Heard stop) {
        var before = assistantLeads() ? before(stop.at()) : List.<Heard>of();
        return Stream.concat(before.stream(), Stream.of(stop)).toList();
    }

    /// START while nothing is stopped is a message like any other.
    private List<DialogueEvent> hear(HearStart start) {
        var message = start.message();
        var heard = new MessageHeard(message);
        if (optOut == null || !message.at().isAfter(optOut.since())) {
            return List.of(heard);
        }
        var resumed = new SendingResumed(message, ResumeReason.KEYWORD);
        if (!assistantLeads() || !message.cameInTime()) {
            return List.of(heard, resumed);
        }
        var said = say(new Resumed(), start.language());
        return List.of(heard, resumed, new Confirmed(start.confirmation(), List.of(message), said, lead.number()));
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

    /// Who opted out and asks for something explicitly wants to be written to again, before anything else is done.
    private List<DialogueEvent> lifting(
            Reading reading,
            Function<Reading, List<DialogueEvent>> whenFree,
            BiFunction<OptOut, Reading, List<DialogueEvent>> whenStopped) {
        if (optOut == null) {
            return whenFree.apply(reading);
        }
        var asking = unweighed();
        return asking.isEmpty() || !asks(reading, asking)
                ? whenStopped.apply(optOut, reading)
                : Stream.concat(
                                Stream.of(new SendingResumed(asking.getLast(), ResumeReason.EXPLICIT_WISH)),
                                whenFree.apply(reading).stream())
                        .toList();
    }

    /// A question that no FAQ settles must be one: any words may be taken for it.
    private static boolean asks(Reading reading, List<Heard> messages) {
        var settled = reading.intent() != Intent.FAQ || !reading.answers().isEmpty();
        return reading.intent().isWish()
                && (settled || messages.stream().anyMatch(it -> it.body().contains("?")));
    }

    /// Nothing is said to who opted out. A complaint is still for a person to know.
    private List<DialogueEvent> keepSilent(OptOut stopped, Reading reading) {
        if (reading.intent() == Intent.COMPLAINT) {
            return List.of(handOver(waiting, HandoverReason.COMPLAINT, null, reading));
        }
        return List.of(
                stopped.confirmation() == null
                        ? handOver(waiting, HandoverReason.CUSTOMER_ASKED, null, reading)
                        : new KeptSilent(waiting, stopped.confirmation()));
    }

    private List<DialogueEvent> weigh(Reading reading, @Nullable HandoverReason passOn) {
        return lifting(
                reading,
                _ -> passOn != null && owes() ? giveUp(passOn, true) : List.of(),
                (_, _) -> passOn != null && owes() ? giveUp(passOn, false) : leaveAsIs());
    }

    private List<DialogueEvent> leaveAsIs() {
        return unweighed().isEmpty() ? List.of() : List.of(new NothingWished(unweighed()));
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
        return List.of(handOver(waiting, reason, say(new PassedOn(matter), reading.language()), reading));
    }

    /// What a newer message has overtaken is handed over without a word: the customer has had an answer since.
    private List<DialogueEvent> giveUp(HandoverReason reason, boolean mayBeWrittenTo) {
        var quietly = !mayBeWrittenTo || waiting.stream().allMatch(this::overtaken);
        var matter = reason == HandoverReason.UNSUPPORTED_MESSAGE ? Matter.MEDIA : Matter.DELAYED;
        var said = quietly ? null : say(new PassedOn(matter), Language.FRENCH);
        return List.of(handOver(waiting, reason, said, null));
    }

    private HandedOver handOver(
            List<Heard> messages, HandoverReason reason, @Nullable Said said, @Nullable Reading reading) {
        return new HandedOver(messages, reason, said, reading, lead.number());
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

    private Dialogue withLead(Lead moved) {
        return new Dialogue(moved, waiting, introduced, newestAnswered, newestWish, optOut);
    }

    Dialogue withWaiting(List<Heard> messages) {
        return new Dialogue(lead, messages, introduced, newestAnswered, newestWish, optOut);
    }

    private Dialogue withOptOut(@Nullable OptOut changed) {
        return new Dialogue(lead, waiting, introduced, newestAnswered, newestWish, changed);
    }

    private Dialogue settled(List<Heard> messages, @Nullable Said said, @Nullable Reading reading) {
        var wish = reading != null && asks(reading, messages) ? newest(messages, newestWish) : newestWish;
        return new Dialogue(
                lead, without(messages), introduced || said != null, newest(messages, newestAnswered), wish, optOut);
    }

    private static @Nullable Instant newest(List<Heard> messages, @Nullable Instant before) {
        return messages.stream()
                .map(Heard::at)
                .max(Comparator.naturalOrder())
                .filter(at -> before == null || at.isAfter(before))
                .orElse(before);
    }
}
