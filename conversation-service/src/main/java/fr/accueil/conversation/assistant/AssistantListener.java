package fr.accueil.conversation.assistant;

import fr.accueil.conversation.booking.BookSlot;
import fr.accueil.conversation.booking.GiveUpBooking;
import fr.accueil.conversation.booking.HoldSlot;
import fr.accueil.conversation.conversation.ChangeConversation;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.ConversationCommand.HandOver;
import fr.accueil.conversation.conversation.HearOnce;
import fr.accueil.conversation.lead.RecordLead;
import fr.accueil.conversation.question.RecordQuestion;
import fr.accueil.conversation.transcript.Answered;
import fr.accueil.conversation.transcript.ExplainAnswer;
import fr.accueil.conversation.transcript.Storable;
import fr.accueil.events.AssistantEvent;
import fr.accueil.events.AssistantEvent.AnswerGiven;
import fr.accueil.events.AssistantEvent.BookingCancellationRequested;
import fr.accueil.events.AssistantEvent.BookingReconfirmed;
import fr.accueil.events.AssistantEvent.BookingRequested;
import fr.accueil.events.AssistantEvent.FlowAbandoned;
import fr.accueil.events.AssistantEvent.FlowStarted;
import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.AssistantEvent.HandoverRequested;
import fr.accueil.events.AssistantEvent.LeadCaptured;
import fr.accueil.events.AssistantEvent.QuestionLeftOpen;
import fr.accueil.events.AssistantEvent.SlotHoldRequested;
import fr.accueil.events.AssistantEvent.SlotReleased;
import fr.accueil.events.Envelope;
import java.time.Duration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hears what the assistant did and why, and that it wants a person.
@Component
class AssistantListener {

    static final String ID = "conversation-service.assistant";

    /// × `max.poll.records` (100) stays under `max.poll.interval.ms` (20 min).
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HearOnce once;
    private final Answered answered;
    private final ExplainAnswer reasons;
    private final ChangeConversation change;
    private final HoldSlot holds;
    private final BookSlot bookings;
    private final GiveUpBooking given;
    private final RecordLead leads;
    private final RecordQuestion questions;

    AssistantListener(
            HearOnce once,
            Answered answered,
            ExplainAnswer reasons,
            ChangeConversation change,
            HoldSlot holds,
            BookSlot bookings,
            GiveUpBooking given,
            RecordLead leads,
            RecordQuestion questions) {
        this.once = once;
        this.answered = answered;
        this.reasons = reasons;
        this.change = change;
        this.holds = holds;
        this.bookings = bookings;
        this.given = given;
        this.leads = leads;
        this.questions = questions;
    }

    @KafkaListener(id = ID, groupId = "conversation-service", topics = "assistant.activity.v1")
    void on(Envelope envelope) {
        if (envelope.data() instanceof AssistantEvent event) {
            hear(envelope, event).block(PATIENCE);
        }
    }

    private Mono<Void> hear(Envelope envelope, AssistantEvent event) {
        return once.hear(ID, envelope, conversation -> react(conversation, envelope, event), Mono.empty());
    }

    private Mono<Conversation> react(Conversation conversation, Envelope envelope, AssistantEvent event) {
        return switch (event) {
            case AnswerGiven given -> reasons.explain(conversation, given, envelope.id());
            case HandoverRequested requested -> handOver(conversation, envelope, requested);
            case SlotHoldRequested asked ->
                holds.hold(conversation.tenant(), asked, envelope.id()).thenReturn(conversation);
            case SlotReleased released ->
                holds.release(conversation.tenant(), released).thenReturn(conversation);
            case BookingRequested asked ->
                bookings.book(conversation.tenant(), Storable.of(asked), envelope.id())
                        .thenReturn(conversation);
            case BookingCancellationRequested asked ->
                given.cancel(conversation.tenant(), asked, envelope.id()).thenReturn(conversation);
            case BookingReconfirmed said ->
                given.reconfirm(conversation.tenant(), said, envelope.time(), envelope.id())
                        .thenReturn(conversation);
            case LeadCaptured captured ->
                leads.record(conversation, Storable.of(captured), envelope.time(), envelope.id());
            case QuestionLeftOpen left ->
                questions
                        .record(conversation.tenant(), Storable.of(left), envelope.time(), envelope.id())
                        .thenReturn(conversation);
            case FlowStarted _, FlowAbandoned _ -> Mono.just(conversation);
        };
    }

    private Mono<Conversation> handOver(Conversation conversation, Envelope envelope, HandoverRequested requested) {
        return answered.name(conversation.id(), requested.answers(), envelope.id())
                .then(Mono.defer(() -> explain(conversation, envelope, requested)))
                .flatMap(explained -> change.change(
                        explained, new HandOver(reasonOf(requested), requested.leaderNumber()), envelope.id()));
    }

    /// What is urgent is shown so, whatever else it is.
    private static HandoverReason reasonOf(HandoverRequested requested) {
        return requested.urgent() ? HandoverReason.URGENT : requested.reason();
    }

    private Mono<Conversation> explain(Conversation conversation, Envelope envelope, HandoverRequested requested) {
        return requested.message() == null || requested.reasons() == null
                ? Mono.just(conversation)
                : reasons.explain(conversation, requested.message(), requested.reasons(), envelope.id());
    }
}
