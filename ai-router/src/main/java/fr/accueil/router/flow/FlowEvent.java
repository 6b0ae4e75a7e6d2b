package fr.accueil.router.flow;

import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.events.BookingId;
import fr.accueil.events.FaqId;
import fr.accueil.events.LeadId;
import fr.accueil.events.MessageId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened in a flow.
public sealed interface FlowEvent {

    /// It has come this far.
    record FlowMoved(Flow flow) implements FlowEvent {}

    record FlowStarted(FlowKind kind) implements FlowEvent {}

    /// The customer gave it up, changed their mind, or fell silent over it.
    record FlowAbandoned(FlowKind kind) implements FlowEvent {}

    /// A slot is to be kept until the customer has confirmed it.
    ///
    /// @param practitioner the one wanted; null for anybody
    /// @param replaces the booking that is to be moved; null when it is a new one
    record SlotHoldAsked(
            BookingId booking,
            List<ServiceId> services,
            @Nullable PractitionerId practitioner,
            Instant start,
            @Nullable BookingId replaces)
            implements FlowEvent {}

    /// What was held is not wanted any more.
    record SlotReleased(BookingId booking) implements FlowEvent {}

    /// The customer has confirmed it.
    ///
    /// @param phone in E.164; null where neither WhatsApp nor the customer gave one
    /// @param replaces the booking that is moved; null when it is a new one
    record BookingAsked(
            BookingId booking,
            List<ServiceId> services,
            @Nullable PractitionerId practitioner,
            Instant start,
            String name,
            @Nullable String phone,
            @Nullable BookingId replaces)
            implements FlowEvent {}

    record CancellationAsked(BookingId booking) implements FlowEvent {}

    /// The customer was reminded of it, and is to say whether they will come.
    record BookingReminded(BookingId booking) implements FlowEvent {}

    /// Reminded of it, the customer said that they will come.
    record BookingReconfirmed(BookingId booking) implements FlowEvent {}

    record LeadCaptured(
            LeadId lead,
            String name,
            @Nullable String email,
            @Nullable String phone,
            String need,
            List<MessageId> photos)
            implements FlowEvent {}

    /// No FAQ settles this question.
    ///
    /// @param nearest the FAQ that came nearest; null when none did
    record QuestionLeftOpen(
            MessageId message, String question, @Nullable FaqId nearest) implements FlowEvent {}
}
