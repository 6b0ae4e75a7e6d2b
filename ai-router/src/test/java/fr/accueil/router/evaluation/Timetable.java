package fr.accueil.router.evaluation;

import fr.accueil.agenda.hours.OpeningHours;
import fr.accueil.router.dialogue.DialogueCommand;
import fr.accueil.router.dialogue.DialogueCommand.ExpireFlow;
import fr.accueil.router.dialogue.DialogueCommand.ExpireHold;
import fr.accueil.router.dialogue.DialogueCommand.NoteUnattended;
import fr.accueil.router.dialogue.DialogueEvent;
import fr.accueil.router.dialogue.DialogueEvent.InFlow;
import fr.accueil.router.dialogue.Lead;
import fr.accueil.router.evaluation.Due.Kind;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.FlowEvent.SlotHoldAsked;
import fr.accueil.router.flow.FlowEvent.SlotReleased;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// When a hold ends, a flow is given up and a customer is told that nobody has come: with the service's own default
/// times.
final class Timetable {

    static final Duration HOLD = Duration.ofMinutes(10);
    static final Duration FLOW = Duration.ofHours(36);
    static final Duration UNATTENDED = Duration.ofMinutes(15);

    private final OpeningHours hours;
    private final List<Due> due = new ArrayList<>();

    Timetable(OpeningHours hours) {
        this.hours = hours;
    }

    /// What happened sets some and calls others off.
    void follow(Talk talk, List<DialogueEvent> events, AgendaView agenda, Instant now) {
        for (var event : events) {
            if (event instanceof InFlow(SlotHoldAsked asked)) {
                set(talk, Kind.HOLD, now.plus(HOLD), new ExpireHold(asked.booking()));
            } else if (event instanceof InFlow(SlotReleased _)) {
                stop(talk, Kind.HOLD);
            }
        }
        if (!talk.dialogue().flow().isRunning()) {
            stop(talk, Kind.HOLD);
            stop(talk, Kind.FLOW);
        } else if (events.stream().anyMatch(InFlow.class::isInstance)) {
            set(talk, Kind.FLOW, now.plus(FLOW), new ExpireFlow());
        }
        followLead(talk, events, agenda, now);
    }

    private void followLead(Talk talk, List<DialogueEvent> events, AgendaView agenda, Instant now) {
        if (events.stream().anyMatch(DialogueEvent.HandedOver.class::isInstance)) {
            var open = hours.nextOpen(now).orElse(now);
            set(talk, Kind.UNATTENDED, open.plus(UNATTENDED), new NoteUnattended(agenda));
        } else if (!(talk.dialogue().lead() instanceof Lead.HandedOver)) {
            stop(talk, Kind.UNATTENDED);
        }
    }

    /// Takes the next that comes up to this instant.
    Optional<Due> next(Instant until) {
        var next = due.stream().filter(it -> !it.at().isAfter(until)).min(Comparator.comparing(Due::at));
        next.ifPresent(due::remove);
        return next;
    }

    private void set(Talk talk, Kind kind, Instant at, DialogueCommand command) {
        stop(talk, kind);
        due.add(new Due(talk, kind, at, command));
    }

    private void stop(Talk talk, Kind kind) {
        due.removeIf(it -> it.talk() == talk && it.kind() == kind);
    }
}
