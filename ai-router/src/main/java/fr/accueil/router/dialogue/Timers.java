package fr.accueil.router.dialogue;

import fr.accueil.agenda.hours.OpeningHours;
import fr.accueil.events.TenantId;
import fr.accueil.platform.work.WorkQueue;
import fr.accueil.router.agenda.Agendas;
import fr.accueil.router.dialogue.DialogueEvent.InFlow;
import fr.accueil.router.dialogue.DialogueEvent.LeadMoved;
import fr.accueil.router.dialogue.DialogueEvent.Reassured;
import fr.accueil.router.flow.FlowEvent.SlotHoldAsked;
import fr.accueil.router.flow.FlowEvent.SlotReleased;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Sets and stops a dialogue's timers by how it has changed, in the transaction that changed it.
@Component
class Timers {

    static final String KIND = "timer";

    private final WorkQueue queue;
    private final Agendas agendas;
    private final AssistantSettings settings;
    private final Clock clock;

    Timers(WorkQueue queue, Agendas agendas, AssistantSettings settings, Clock clock) {
        this.queue = queue;
        this.agendas = agendas;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<Void> keep(StoredDialogue before, StoredDialogue after, List<DialogueEvent> events) {
        var changes = new ArrayList<Mono<Void>>();
        patience(before, after).ifPresent(changes::add);
        hold(after, events).ifPresent(changes::add);
        flow(before, after, events).ifPresent(changes::add);
        unattended(before, after, events).ifPresent(changes::add);
        return Flux.concat(changes).then();
    }

    private Optional<Mono<Void>> patience(StoredDialogue before, StoredDialogue after) {
        var waited = before.dialogue().flow().isWaiting();
        var waits = after.dialogue().flow().isWaiting();
        if (waits == waited) {
            return Optional.empty();
        }
        return Optional.of(
                waits
                        ? set(after, Timer.PATIENCE, clock.instant().plus(settings.agendaPatience()), "")
                        : stop(after, Timer.PATIENCE));
    }

    /// conversation-service frees the slot by itself; the dialogue has to know it.
    private Optional<Mono<Void>> hold(StoredDialogue after, List<DialogueEvent> events) {
        var result = Optional.<Mono<Void>>empty();
        for (var event : events) {
            if (event instanceof InFlow(SlotHoldAsked asked)) {
                result = Optional.of(set(
                        after,
                        Timer.HOLD,
                        clock.instant().plus(settings.hold()),
                        asked.booking().toString()));
            } else if (event instanceof InFlow(SlotReleased _)) {
                result = Optional.of(stop(after, Timer.HOLD));
            }
        }
        return result;
    }

    /// Each step of it counts anew.
    private Optional<Mono<Void>> flow(StoredDialogue before, StoredDialogue after, List<DialogueEvent> events) {
        var ran = before.dialogue().flow().isRunning();
        if (after.dialogue().flow().isRunning()) {
            return events.stream().anyMatch(InFlow.class::isInstance) || !ran
                    ? Optional.of(set(after, Timer.FLOW, clock.instant().plus(settings.flowExpiry()), ""))
                    : Optional.empty();
        }
        return ran ? Optional.of(stop(after, Timer.FLOW)) : Optional.empty();
    }

    private Optional<Mono<Void>> unattended(StoredDialogue before, StoredDialogue after, List<DialogueEvent> events) {
        var was = before.dialogue().lead() instanceof Lead.HandedOver;
        var is = after.dialogue().lead() instanceof Lead.HandedOver;
        if (is && !was) {
            return Optional.of(set(after, Timer.UNATTENDED, unattendedAt(after.tenant()), ""));
        }
        return was && !is && events.stream().anyMatch(it -> it instanceof LeadMoved || it instanceof Reassured)
                ? Optional.of(stop(after, Timer.UNATTENDED))
                : Optional.empty();
    }

    /// When somebody of the house could have been there for long enough.
    Instant unattendedAt(TenantId tenant) {
        var now = clock.instant();
        return nextOpen(tenant, now).plus(settings.unattended());
    }

    /// Now, when it is open or has not said when.
    Instant nextOpen(TenantId tenant, Instant now) {
        return agendas.hours(tenant)
                .flatMap((OpeningHours hours) -> hours.nextOpen(now))
                .orElse(now);
    }

    private Mono<Void> set(StoredDialogue stored, Timer timer, Instant due, String payload) {
        return queue.schedule(stored.tenant(), KIND, timer.key(stored.conversation()), due, payload);
    }

    private Mono<Void> stop(StoredDialogue stored, Timer timer) {
        return queue.cancel(KIND, timer.key(stored.conversation()));
    }
}
