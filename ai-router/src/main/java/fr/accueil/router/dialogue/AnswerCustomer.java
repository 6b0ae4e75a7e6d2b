package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.language.extraction.DayWish;
import fr.accueil.router.booking.ChangeBooking;
import fr.accueil.router.dialogue.DialogueCommand.Reply;
import fr.accueil.router.dialogue.DialogueEvent.InFlow;
import fr.accueil.router.dialogue.DialogueEvent.Told;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.FlowEvent;
import fr.accueil.router.flow.FlowEvent.BookingReconfirmed;
import fr.accueil.router.flow.Leaving;
import fr.accueil.router.flow.OwnBooking;
import fr.accueil.router.flow.Situation;
import fr.accueil.router.flow.Step;
import fr.accueil.router.speech.Content;
import fr.accueil.router.speech.Content.OtherLanguage;
import fr.accueil.router.speech.Content.Reconfirmed;
import fr.accueil.router.speech.Content.SafetyWords;
import fr.accueil.router.speech.Matter;
import fr.accueil.router.understanding.Intent;
import fr.accueil.router.understanding.Language;
import fr.accueil.router.understanding.Mood;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Sensitive;
import fr.accueil.router.understanding.Urgency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the assistant does with what waits, once it was read: what only a person may do goes to a person, the rest is
/// the running flow's, or begins one.
record AnswerCustomer(Dialogue dialogue) {

    List<DialogueEvent> reply(Reply reply) {
        var reading = reply.reading();
        var situation = situation(reply);
        var person = needsPerson(reading, reply.agenda());
        if (person.isPresent()) {
            return settle(person.get(), reply);
        }
        var step = reminded(situation).orElseGet(() -> converse(situation));
        return settle(
                reading.urgency() == null ? step : step.after(List.of(new SafetyWords(reading.urgency()))), reply);
    }

    private Step converse(Situation situation) {
        return dialogue.flow().isRunning() ? new GoOn(situation).with(dialogue.flow()) : new Begin(situation).step();
    }

    private Situation situation(Reply reply) {
        var messages = dialogue.waiting();
        return new Situation(
                reply.reading(),
                reply.agenda(),
                dialogue.memory(),
                reply.ids(),
                messages.stream().map(Heard::id).toList(),
                messages.stream().map(Heard::body).filter(it -> !it.isBlank()).collect(Collectors.joining("\n")),
                messages.stream().filter(Heard::isAttachable).map(Heard::id).toList(),
                messages.getLast().phone());
    }

    /// What the assistant leaves to a person whatever runs.
    private Optional<Step> needsPerson(Reading reading, AgendaView agenda) {
        if (reading.urgency() != null && isNow(reading, reading.urgency(), agenda)) {
            return passOn(HandoverReason.URGENT, Matter.URGENT);
        }
        if (reading.intent() == Intent.COMPLAINT || reading.mood() == Mood.ANGRY) {
            return passOn(HandoverReason.COMPLAINT, Matter.COMPLAINT);
        }
        if (reading.intent() == Intent.HUMAN) {
            return passOn(HandoverReason.CUSTOMER_ASKED, Matter.PERSON);
        }
        if (reading.sensitive() != null && reading.answers().isEmpty()) {
            return passOn(HandoverReason.SENSITIVE, matter(reading.sensitive()));
        }
        return reading.language() == Language.OTHER && reading.answers().isEmpty()
                ? Optional.of(otherLanguage())
                : Optional.empty();
    }

    /// Who asks for another day than today is in no danger, gas and fire apart.
    private static boolean isNow(Reading reading, Urgency urgency, AgendaView agenda) {
        DayWish day = reading.slots().timing().day();
        return urgency == Urgency.GAS
                || urgency == Urgency.FIRE
                || day == null
                || !day.first().isAfter(agenda.now().toLocalDate());
    }

    private static Matter matter(Sensitive sensitive) {
        return switch (sensitive) {
            case HEALTH -> Matter.HEALTH;
            case LAW -> Matter.LAW;
            case REFUND -> Matter.REFUND;
        };
    }

    private Step otherLanguage() {
        return dialogue.memory().misunderstood() == 0
                ? new Step.Says(List.of(new OtherLanguage()), List.of())
                : new Step.PassesOn(HandoverReason.OTHER_LANGUAGE, Matter.LANGUAGE, List.of());
    }

    private static Optional<Step> passOn(HandoverReason reason, Matter matter) {
        return Optional.of(new Step.PassesOn(reason, matter, List.of()));
    }

    /// A button of a reminder was tapped.
    private Optional<Step> reminded(Situation situation) {
        var answer = dialogue.waiting().stream()
                .flatMap(it -> ReminderAnswer.in(it).stream())
                .reduce((_, last) -> last);
        if (answer.isEmpty() || !(situation.agenda() instanceof AgendaView.Known agenda)) {
            return Optional.empty();
        }
        var booking = agenda.own().stream()
                .filter(it -> it.id().equals(answer.get().booking()))
                .findFirst();
        return Optional.of(booking.map(it ->
                        reminded(answer.get().wish(), it, agenda, situation).following(Leaving.behind(dialogue.flow())))
                .orElseGet(() -> new Step.PassesOn(HandoverReason.NO_ANSWER_KNOWN, Matter.CANCELLATION, List.of())));
    }

    private static Step reminded(
            ReminderAnswer.Wish wish, OwnBooking booking, AgendaView.Known agenda, Situation situation) {
        return switch (wish) {
            case CONFIRM ->
                new Step.Says(
                        List.of(new Reconfirmed(agenda.told(booking, null))),
                        List.of(new BookingReconfirmed(booking.id())));
            case MOVE -> new ChangeBooking(agenda, situation).startMove(booking);
            case CANCEL -> new ChangeBooking(agenda, situation).startCancelling(booking);
        };
    }

    private List<DialogueEvent> settle(Step step, Reply reply) {
        var speak = new Speak(dialogue);
        return switch (step) {
            case Step.Says(var contents, var events) -> plus(events, speak.answer(contents, reply.reading()));
            case Step.Waits(var contents, var events) -> meanwhile(contents, events, reply.reading());
            case Step.PassesOn(var reason, var matter, var events) -> {
                var leaving = new ArrayList<>(events);
                leaving.addAll(Leaving.behind(dialogue.flow()));
                yield plus(
                        leaving,
                        speak.passOn(
                                firstWords(reply.reading(), matter),
                                reason,
                                matter,
                                reply.agenda().presence(),
                                reply.reading()));
            }
        };
    }

    private static List<Content> firstWords(Reading reading, Matter matter) {
        return matter == Matter.URGENT && reading.urgency() != null
                ? List.of(new SafetyWords(reading.urgency()))
                : List.of();
    }

    private static List<DialogueEvent> plus(List<FlowEvent> events, DialogueEvent last) {
        var all = new ArrayList<>(facts(events));
        all.add(last);
        return List.copyOf(all);
    }

    /// What can be said at once is not kept back until the agenda has answered.
    private List<DialogueEvent> meanwhile(List<Content> contents, List<FlowEvent> events, Reading reading) {
        return contents.isEmpty()
                ? facts(events)
                : plus(
                        events,
                        new Told(
                                new Speak(dialogue).say(contents, reading.language()),
                                dialogue.lead().number()));
    }

    private static List<DialogueEvent> facts(List<FlowEvent> events) {
        return events.stream().<DialogueEvent>map(InFlow::new).toList();
    }

    List<DialogueEvent> media(AgendaView agenda) {
        return new AnswerMedia(dialogue).answer(agenda);
    }
}
