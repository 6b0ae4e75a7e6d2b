package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.BookingId;
import fr.accueil.router.booking.HearOutcome;
import fr.accueil.router.dialogue.DialogueEvent.InFlow;
import fr.accueil.router.dialogue.DialogueEvent.Told;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.FlowEvent.FlowMoved;
import fr.accueil.router.flow.Leaving;
import fr.accueil.router.flow.Pick;
import fr.accueil.router.flow.Pick.Keeping;
import fr.accueil.router.flow.Stage;
import fr.accueil.router.flow.Step;
import fr.accueil.router.speech.Content.PassedOn;
import fr.accueil.router.speech.Matter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What conversation-service answers to what the assistant asked of the agenda, and what follows from its silence and
/// from the customer's. Whatever comes for a flow that is over changes nothing.
record HearAgenda(Dialogue dialogue) {

    List<DialogueEvent> held(BookingId booking, Instant start) {
        return isCurrent(booking)
                        && dialogue.flow() instanceof Flow.Booking flow
                        && flow.pick() instanceof Pick.Picked picked
                        && picked.start().equals(start)
                ? List.of(moved(flow.picking(picked.kept(Keeping.HELD))))
                : List.of();
    }

    /// Who waits for it is answered; who does not is told, or finds out with their next message.
    List<DialogueEvent> taken(BookingId booking, Instant start, AgendaView agenda) {
        if (!isCurrent(booking)
                || !(dialogue.flow() instanceof Flow.Booking flow)
                || !(flow.pick() instanceof Pick.Picked picked)
                || !picked.start().equals(start)) {
            return List.of();
        }
        if (!(agenda instanceof AgendaView.Known known)) {
            return inVain(agenda);
        }
        if (flow.stage() instanceof Stage.Waiting waiting) {
            return answer(new HearOutcome(known).taken(flow, picked), waiting);
        }
        if (!dialogue.waiting().isEmpty()) {
            return List.of(moved(flow.picking(new Pick.Lost(picked.start()))));
        }
        return tell(new HearOutcome(known).taken(flow, picked));
    }

    List<DialogueEvent> booked(BookingId booking, AgendaView agenda) {
        return isCurrent(booking)
                        && dialogue.flow() instanceof Flow.Booking flow
                        && flow.stage() instanceof Stage.Waiting waiting
                        && agenda instanceof AgendaView.Known known
                ? answer(new HearOutcome(known).booked(flow), waiting)
                : List.of();
    }

    List<DialogueEvent> cancelled(BookingId booking, AgendaView agenda) {
        return dialogue.flow() instanceof Flow.Cancelling flow
                        && flow.booking().id().equals(booking)
                        && flow.stage() instanceof Stage.Waiting waiting
                        && agenda instanceof AgendaView.Known known
                ? answer(new HearOutcome(known).cancelled(flow), waiting)
                : List.of();
    }

    /// No answer in time: the customer hears that it is noted and that a person will confirm.
    List<DialogueEvent> inVain(AgendaView agenda) {
        if (!dialogue.flow().isWaiting() || !dialogue.owes()) {
            return List.of();
        }
        var matter = dialogue.flow() instanceof Flow.Cancelling ? Matter.CANCELLATION : Matter.BOOKING_UNCONFIRMED;
        var speak = new Speak(dialogue);
        var said = speak.say(List.of(new PassedOn(matter, agenda.presence())), speak.language());
        return List.of(speak.handOver(dialogue.waiting(), HandoverReason.BOOKING_UNCONFIRMED, said, null));
    }

    List<DialogueEvent> expireHold(BookingId booking) {
        return isCurrent(booking)
                        && dialogue.flow() instanceof Flow.Booking flow
                        && !flow.isWaiting()
                        && flow.pick() instanceof Pick.Picked picked
                ? List.of(moved(flow.picking(picked.kept(Keeping.RELEASED))))
                : List.of();
    }

    List<DialogueEvent> expireFlow() {
        return dialogue.flow().isWaiting() || !dialogue.waiting().isEmpty()
                ? List.of()
                : Leaving.behind(dialogue.flow()).stream()
                        .<DialogueEvent>map(InFlow::new)
                        .toList();
    }

    private boolean isCurrent(BookingId booking) {
        return dialogue.flow() instanceof Flow.Booking flow
                && flow.booking().equals(booking)
                && dialogue.assistantLeads();
    }

    private List<DialogueEvent> answer(Step step, Stage.Waiting waiting) {
        var messages = dialogue.waiting().stream()
                .filter(it -> waiting.answers().contains(it.id()))
                .toList();
        if (messages.isEmpty()) {
            return tell(step);
        }
        var events = facts(step);
        if (step instanceof Step.Says(var contents, var _)) {
            events.add(new Speak(dialogue).answer(messages, contents, waiting.language()));
        }
        return List.copyOf(events);
    }

    private List<DialogueEvent> tell(Step step) {
        var events = facts(step);
        if (step instanceof Step.Says(var contents, var _)) {
            var speak = new Speak(dialogue);
            events.add(new Told(
                    speak.say(contents, speak.language()), dialogue.lead().number()));
        }
        return List.copyOf(events);
    }

    private static List<DialogueEvent> facts(Step step) {
        var events = new ArrayList<DialogueEvent>();
        step.events().forEach(fact -> events.add(new InFlow(fact)));
        return events;
    }

    private static DialogueEvent moved(Flow flow) {
        return new InFlow(new FlowMoved(flow));
    }
}
