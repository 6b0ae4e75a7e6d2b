package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent;
import fr.accueil.events.ConversationId;
import fr.accueil.events.PractitionerId;
import fr.accueil.events.ServiceId;
import fr.accueil.router.flow.FlowEvent;
import fr.accueil.router.flow.FlowEvent.BookingAsked;
import fr.accueil.router.flow.FlowEvent.BookingReconfirmed;
import fr.accueil.router.flow.FlowEvent.BookingReminded;
import fr.accueil.router.flow.FlowEvent.CancellationAsked;
import fr.accueil.router.flow.FlowEvent.FlowAbandoned;
import fr.accueil.router.flow.FlowEvent.FlowMoved;
import fr.accueil.router.flow.FlowEvent.FlowStarted;
import fr.accueil.router.flow.FlowEvent.LeadCaptured;
import fr.accueil.router.flow.FlowEvent.QuestionLeftOpen;
import fr.accueil.router.flow.FlowEvent.SlotHoldAsked;
import fr.accueil.router.flow.FlowEvent.SlotReleased;
import fr.accueil.router.flow.FlowKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happened in a flow, as the other services hear of it. How far it has come is nobody else's.
///
/// @param heldUntil until when a slot that is asked for now is to be kept
record Announce(ConversationId conversation, Instant heldUntil) {

    Optional<AssistantEvent> event(FlowEvent fact) {
        return switch (fact) {
            case FlowMoved _, BookingReminded _ -> Optional.empty();
            case FlowStarted(var kind) -> Optional.of(new AssistantEvent.FlowStarted(conversation, flow(kind)));
            case FlowAbandoned(var kind) -> Optional.of(new AssistantEvent.FlowAbandoned(conversation, flow(kind)));
            case SlotHoldAsked asked -> Optional.of(hold(asked));
            case SlotReleased(var booking) -> Optional.of(new AssistantEvent.SlotReleased(booking, conversation));
            case BookingAsked asked -> Optional.of(booking(asked));
            case CancellationAsked(var booking) ->
                Optional.of(new AssistantEvent.BookingCancellationRequested(booking, conversation));
            case BookingReconfirmed(var booking) ->
                Optional.of(new AssistantEvent.BookingReconfirmed(booking, conversation));
            case LeadCaptured lead ->
                Optional.of(new AssistantEvent.LeadCaptured(
                        lead.lead(),
                        conversation,
                        lead.name(),
                        lead.email(),
                        lead.phone(),
                        lead.need(),
                        lead.photos()));
            case QuestionLeftOpen(var message, var question, var nearest) ->
                Optional.of(new AssistantEvent.QuestionLeftOpen(conversation, message, question, nearest));
        };
    }

    private AssistantEvent hold(SlotHoldAsked asked) {
        return new AssistantEvent.SlotHoldRequested(
                asked.booking(),
                conversation,
                services(asked.services()),
                practitioner(asked.practitioner()),
                asked.start(),
                heldUntil,
                asked.replaces());
    }

    private AssistantEvent booking(BookingAsked asked) {
        return new AssistantEvent.BookingRequested(
                asked.booking(),
                conversation,
                services(asked.services()),
                practitioner(asked.practitioner()),
                asked.start(),
                asked.name(),
                asked.phone(),
                asked.replaces());
    }

    private static List<ServiceId> services(List<fr.accueil.agenda.business.ServiceId> services) {
        return services.stream().map(it -> ServiceId.of(it.value())).toList();
    }

    private static @Nullable PractitionerId practitioner(
            fr.accueil.agenda.business.@Nullable PractitionerId practitioner) {
        return practitioner == null ? null : PractitionerId.of(practitioner.value());
    }

    private static AssistantEvent.Flow flow(FlowKind kind) {
        return switch (kind) {
            case BOOKING -> AssistantEvent.Flow.BOOKING;
            case MOVE -> AssistantEvent.Flow.MOVE;
            case CANCELLATION -> AssistantEvent.Flow.CANCELLATION;
            case QUOTE -> AssistantEvent.Flow.QUOTE;
        };
    }
}
