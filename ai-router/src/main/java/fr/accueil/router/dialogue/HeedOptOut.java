package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.MessageId;
import fr.accueil.events.OutboundEvent.ResumeReason;
import fr.accueil.router.dialogue.DialogueCommand.HearStart;
import fr.accueil.router.dialogue.DialogueCommand.HearStop;
import fr.accueil.router.dialogue.DialogueCommand.Reply;
import fr.accueil.router.dialogue.DialogueEvent.Confirmed;
import fr.accueil.router.dialogue.DialogueEvent.InFlow;
import fr.accueil.router.dialogue.DialogueEvent.KeptSilent;
import fr.accueil.router.dialogue.DialogueEvent.MessageHeard;
import fr.accueil.router.dialogue.DialogueEvent.NothingWished;
import fr.accueil.router.dialogue.DialogueEvent.SendingResumed;
import fr.accueil.router.dialogue.DialogueEvent.SendingStopped;
import fr.accueil.router.flow.Leaving;
import fr.accueil.router.speech.Content.Resumed;
import fr.accueil.router.speech.Content.Stopped;
import fr.accueil.router.speech.Said;
import fr.accueil.router.understanding.Intent;
import fr.accueil.router.understanding.Language;
import fr.accueil.router.understanding.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether the customer wants to hear from the business. STOP holds whoever leads, is confirmed once, and gives way to
/// START or to the next explicit wish; said in other words it is the same.
record HeedOptOut(Dialogue dialogue) {

    /// STOP holds whoever leads, and is confirmed once. One that comes late holds too, unless the customer has been
    /// answered since: then they asked for something after it, and a person sees to it.
    List<DialogueEvent> hear(HearStop stop) {
        var message = stop.message();
        var heard = new MessageHeard(message);
        var optOut = dialogue.optOut();
        if (optOut != null && optOut.confirmation() != null) {
            return List.of(heard, new KeptSilent(upTo(message), optOut.confirmation()));
        }
        if (dialogue.newestWish() != null && message.at().isBefore(dialogue.newestWish())) {
            return List.of(heard);
        }
        var events = new ArrayList<DialogueEvent>();
        events.add(heard);
        Leaving.behind(dialogue.flow()).forEach(fact -> events.add(new InFlow(fact)));
        if (message.cameInTime()) {
            events.addAll(stop(message, upTo(message), stop.word(), stop.language(), stop.confirmation()));
            return List.copyOf(events);
        }
        events.add(new SendingStopped(message, stop.word(), null));
        if (dialogue.assistantLeads()) {
            events.add(new Speak(dialogue).handOver(upTo(message), HandoverReason.TOO_OLD, null, null));
        }
        return List.copyOf(events);
    }

    private List<DialogueEvent> stop(
            Heard message, List<Heard> settled, String word, Language language, MessageId confirmation) {
        var said = Said.of(new Stopped(), language, !dialogue.introduced());
        return List.of(
                new SendingStopped(message, word, confirmation),
                new Confirmed(confirmation, settled, said, dialogue.lead().number()));
    }

    /// What STOP settles: itself, and what the assistant still owed before it.
    private List<Heard> upTo(Heard stop) {
        var before = dialogue.assistantLeads() ? dialogue.before(stop.at()) : List.<Heard>of();
        return Stream.concat(before.stream(), Stream.of(stop)).toList();
    }

    /// START while nothing is stopped is a message like any other.
    List<DialogueEvent> hear(HearStart start) {
        var message = start.message();
        var heard = new MessageHeard(message);
        var optOut = dialogue.optOut();
        if (optOut == null || !message.at().isAfter(optOut.since())) {
            return List.of(heard);
        }
        var resumed = new SendingResumed(message, ResumeReason.KEYWORD);
        if (!dialogue.assistantLeads() || !message.cameInTime()) {
            return List.of(heard, resumed);
        }
        var said = Said.of(new Resumed(), start.language(), !dialogue.introduced());
        return List.of(
                heard,
                resumed,
                new Confirmed(
                        start.confirmation(),
                        List.of(message),
                        said,
                        dialogue.lead().number()));
    }

    List<DialogueEvent> reply(Reply reply) {
        return lifting(
                reply.reading(),
                () -> reply.reading().intent() == Intent.OPT_OUT
                        ? stop(reply)
                        : new AnswerCustomer(dialogue).reply(reply),
                this::keepSilent);
    }

    /// An opt-out in any words.
    private List<DialogueEvent> stop(Reply reply) {
        var newest = dialogue.waiting().getLast();
        var events = new ArrayList<DialogueEvent>();
        Leaving.behind(dialogue.flow()).forEach(fact -> events.add(new InFlow(fact)));
        events.addAll(stop(
                newest,
                dialogue.waiting(),
                newest.body(),
                reply.reading().language(),
                reply.ids().confirmation()));
        return List.copyOf(events);
    }

    /// Who opted out and asks for something explicitly wants to be written to again, before anything else is done.
    private List<DialogueEvent> lifting(
            Reading reading,
            Supplier<List<DialogueEvent>> whenFree,
            BiFunction<OptOut, Reading, List<DialogueEvent>> whenStopped) {
        var optOut = dialogue.optOut();
        if (optOut == null) {
            return whenFree.get();
        }
        var asking = dialogue.unweighed();
        return asking.isEmpty() || !asks(reading, asking)
                ? whenStopped.apply(optOut, reading)
                : Stream.concat(
                                Stream.of(new SendingResumed(asking.getLast(), ResumeReason.EXPLICIT_WISH)),
                                whenFree.get().stream())
                        .toList();
    }

    /// A question that no FAQ settles must be one: any words may be taken for it.
    static boolean asks(Reading reading, List<Heard> messages) {
        var settled = reading.intent() != Intent.FAQ || !reading.answers().isEmpty();
        return reading.intent().isWish()
                && (settled || messages.stream().anyMatch(it -> it.body().contains("?")));
    }

    /// Nothing is said to who opted out. A complaint is still for a person to know.
    private List<DialogueEvent> keepSilent(OptOut stopped, Reading reading) {
        var speak = new Speak(dialogue);
        if (reading.intent() == Intent.COMPLAINT) {
            return List.of(speak.handOver(dialogue.waiting(), HandoverReason.COMPLAINT, null, reading));
        }
        return List.of(
                stopped.confirmation() == null
                        ? speak.handOver(dialogue.waiting(), HandoverReason.CUSTOMER_ASKED, null, reading)
                        : new KeptSilent(dialogue.waiting(), stopped.confirmation()));
    }

    List<DialogueEvent> weigh(Reading reading, @Nullable HandoverReason passOn) {
        var goesToPerson = passOn != null && dialogue.owes();
        return lifting(
                reading,
                () -> goesToPerson && passOn != null ? new Speak(dialogue).giveUp(passOn, true) : List.of(),
                (_, _) -> goesToPerson && passOn != null ? new Speak(dialogue).giveUp(passOn, false) : leaveAsIs());
    }

    List<DialogueEvent> leaveAsIs() {
        var unweighed = dialogue.unweighed();
        return unweighed.isEmpty() ? List.of() : List.of(new NothingWished(unweighed));
    }
}
