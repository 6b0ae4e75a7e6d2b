package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.AssistantEvent;
import fr.accueil.events.AssistantEvent.BookingCancellationRequested;
import fr.accueil.events.AssistantEvent.BookingReconfirmed;
import fr.accueil.events.AssistantEvent.BookingRequested;
import fr.accueil.events.AssistantEvent.FlowAbandoned;
import fr.accueil.events.AssistantEvent.FlowStarted;
import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.AssistantEvent.QuestionLeftOpen;
import fr.accueil.events.AssistantEvent.SlotHoldRequested;
import fr.accueil.events.ChangeEvent.BookingConfirmed;
import fr.accueil.events.InboundEvent.ButtonReply;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.events.Topic;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.Pick;
import fr.accueil.router.understanding.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A booking is a conversation with conversation-service: nothing is called booked before it has said so.
class BookingSagaTest extends DeskStory {

    @Test
    void a_visit_is_booked_and_the_answer_to_the_agreement_is_what_is_said_then() {
        var marie = guest("Marie Duval", in(20, "10:00"));
        marie.isReadBack();

        var yes = marie.customer.writes("oui");
        var told = marie.customer.isToldAbout(yes);

        assertThat(told.answers()).containsExactly(MessageId.of(yes.id()));
        assertThat(told.body()).contains("10 h").contains("Marie Duval");
        assertThat(desk.bookings(marie.customer.conversation()))
                .singleElement()
                .satisfies(it -> assertThat(it.start()).isEqualTo(marie.wished.toInstant()))
                .satisfies(it -> assertThat(it.customerName()).isEqualTo("Marie Duval"));
        assertThat(marie.customer.settled()).doesNotHaveDuplicates().contains(MessageId.of(yes.id()));
        assertThat(activity(marie, FlowStarted.class)).hasSize(1);
        assertThat(activity(marie, SlotHoldRequested.class).getFirst().heldUntil())
                .isAfter(Instant.now().plus(Duration.ofMinutes(5)));
        assertThat(marie.customer.isAnswered(told.message()).reasons().intent()).isEqualTo("booking");
        assertThat(List.of(Timer.PATIENCE, Timer.FLOW)).noneMatch(marie.customer::isTimed);
    }

    @Test
    void nothing_is_said_while_the_agenda_is_asked_and_after_its_patience_a_person_confirms() {
        var marie = guest("Marie Duval", in(21, "10:00"));
        marie.isReadBack();
        desk.isDeafTo(marie.customer.conversation());
        var before = marie.customer.toldSoFar().size();

        var yes = marie.customer.writes("oui");
        await().until(() -> !activity(marie, BookingRequested.class).isEmpty());
        await().until(() -> marie.customer.isTimed(Timer.PATIENCE));
        assertThat(marie.customer.toldSoFar()).hasSize(before);

        marie.customer.timeComes(Timer.PATIENCE);

        var over = marie.customer.isHandedOver(HandoverReason.BOOKING_UNCONFIRMED);
        assertThat(over.answers()).containsExactly(MessageId.of(yes.id()));
        assertThat(marie.customer.isToldAbout(yes).message()).isEqualTo(over.message());
    }

    @Test
    void a_late_confirmation_of_what_a_person_took_over_is_not_said_by_the_assistant() {
        var marie = guest("Marie Duval", in(22, "10:00"));
        marie.isReadBack();
        desk.isDeafTo(marie.customer.conversation());
        marie.customer.writes("oui");
        await().until(() -> marie.customer.isTimed(Timer.PATIENCE));
        marie.customer.timeComes(Timer.PATIENCE);
        marie.customer.isHandedOver(HandoverReason.BOOKING_UNCONFIRMED);
        var told = marie.customer.told().size();

        var asked = activity(marie, BookingRequested.class).getFirst();
        desk.tell(marie.customer.conversation(), new BookingConfirmed(desk.bookingOf(asked), null));

        assertThat(marie.customer.told()).hasSize(told);
    }

    @Test
    void a_slot_taken_meanwhile_is_not_proposed_again() {
        var marie = guest("Marie Duval", in(23, "10:00"));
        desk.isTakenAtTheCounter(marie.wished.toInstant());

        marie.customer.isToldAbout(marie.asksToCome());

        await().until(() -> marie.customer.toldSoFar().stream()
                .anyMatch(it -> it.body().contains("10 h 30") || it.body().contains("9 h 30")));
        assertThat(desk.bookings(marie.customer.conversation())).isEmpty();
    }

    @Test
    void an_answer_about_a_booking_is_heard_in_its_own_conversation_only() {
        var marie = guest("Marie Duval", in(24, "10:00"));
        var karim = guest("Karim Haddad", in(24, "11:00"));
        marie.isReadBack();
        karim.isReadBack();
        desk.isDeafTo(karim.customer.conversation());

        var yes = karim.customer.writes("oui");
        await().until(() -> !activity(karim, BookingRequested.class).isEmpty());
        var asked = activity(karim, BookingRequested.class).getFirst();
        desk.tell(
                marie.customer.conversation(),
                new BookingConfirmed(desk.bookingOf(asked, marie.customer.conversation()), null));

        marie.books();
        assertThat(desk.bookings(marie.customer.conversation())).hasSize(1);
        karim.customer.timeComes(Timer.PATIENCE);
        karim.customer.isHandedOver(HandoverReason.BOOKING_UNCONFIRMED);
        assertThat(karim.customer.isToldAbout(yes).body()).doesNotContain("Marie");
    }

    @Test
    void a_message_written_while_the_agenda_is_asked_is_answered_afterwards() {
        var marie = guest("Marie Duval", in(25, "10:00"));
        marie.isReadBack();
        desk.isDeafTo(marie.customer.conversation());
        var yes = marie.customer.writes("oui");
        await().until(() -> !activity(marie, BookingRequested.class).isEmpty());
        var thanks = marie.customer.writes("merci !");
        marie.customer.isHeard(2);

        var asked = activity(marie, BookingRequested.class).getFirst();
        desk.tell(marie.customer.conversation(), new BookingConfirmed(desk.bookingOf(asked), null));

        assertThat(marie.customer.isToldAbout(yes).answers()).containsExactly(MessageId.of(yes.id()));
        assertThat(marie.customer.isToldAbout(thanks).answers()).containsExactly(MessageId.of(thanks.id()));
    }

    @Test
    void what_is_held_is_given_up_on_silence_and_the_flow_waits_for_the_customer_to_come_back() {
        var marie = guest("Marie Duval", in(26, "10:00"));
        marie.isReadBack();
        await().until(() -> isKept(marie, Pick.Keeping.HELD));

        marie.customer.timeComes(Timer.HOLD);

        await().until(() -> isKept(marie, Pick.Keeping.RELEASED));
        marie.customer.isToldAbout(marie.customer.writes("oui"));
        assertThat(desk.bookings(marie.customer.conversation())).hasSize(1);
    }

    @Test
    void a_flow_that_is_left_alone_for_too_long_is_over() {
        var marie = guest("Marie Duval", in(27, "10:00"));
        marie.isReadBack();

        marie.customer.timeComes(Timer.FLOW);

        await().until(() -> !activity(marie, FlowAbandoned.class).isEmpty());
        assertThat(marie.asked()).isEmpty();
        assertThat(marie.customer.isTimed(Timer.HOLD)).isFalse();
    }

    @Test
    void a_booking_of_one_s_own_is_cancelled_once_the_agenda_has_said_so() {
        var marie = guest("Marie Duval", in(31, "10:00"));
        marie.books();
        await().until(() -> marie.own().size() == 1);

        marie.customer.isToldAbout(marie.customer.writes("je voudrais annuler mon rendez-vous"));
        var yes = marie.customer.writes("oui");

        assertThat(marie.customer.isToldAbout(yes).body()).contains("annul");
        assertThat(desk.bookings(marie.customer.conversation())).isEmpty();
        assertThat(activity(marie, BookingCancellationRequested.class)).hasSize(1);
        await().until(() -> marie.own().isEmpty());
    }

    @Test
    void a_booking_that_is_moved_leaves_its_old_time() {
        var marie = guest("Marie Duval", in(32, "10:00"));
        marie.books();
        await().until(() -> marie.own().size() == 1);
        var moved = guest("Marie Duval", in(33, "15:00"));

        marie.customer.isToldAbout(
                marie.customer.writes("je voudrais déplacer mon rendez-vous %s".formatted(moved.written())));
        marie.customer.isToldAbout(marie.customer.writes("oui"));

        assertThat(desk.bookings(marie.customer.conversation()))
                .singleElement()
                .satisfies(it -> assertThat(it.start()).isEqualTo(moved.wished.toInstant()));
    }

    @Test
    void who_taps_the_reminder_s_button_will_come() {
        var marie = guest("Marie Duval", in(34, "10:00"));
        marie.books();
        await().until(() -> marie.own().size() == 1);
        var booking = marie.own().getFirst().id();

        marie.customer.sends(
                Inbound.of(MessageKind.BUTTON, "").with(new ButtonReply("Je confirme", "booking:confirm:" + booking)));

        await().until(() -> !activity(marie, BookingReconfirmed.class).isEmpty());
        assertThat(activity(marie, BookingReconfirmed.class).getFirst().booking())
                .isEqualTo(booking);
    }

    @ParameterizedTest
    @CsvSource({
        "whatsapp:+33639980044, whatsapp:FR.44491208655302741918",
        "whatsapp:FR.45491208655302741918, whatsapp:+33639980045"
    })
    void begun_under_one_address_and_finished_under_the_other_it_is_one_booking_with_the_number(
            String before, String after) {
        var marie = guest("Marie Duval", in(36, "10:00"));
        marie.customer.isToldAbout(marie.customer.sends(Inbound.text("Bonjour, je voudrais un rendez-vous pour une"
                        + " coupe femme %s, je m'appelle Marie Duval".formatted(marie.written()))
                .from(before)));
        await().until(() -> marie.asked().filter(Asked.AGREEMENT::equals).isPresent());

        var told = marie.customer.isToldAbout(
                marie.customer.sends(Inbound.text("oui").from(after)));

        assertThat(told.to()).isEqualTo(after);
        assertThat(desk.bookings(marie.customer.conversation()))
                .singleElement()
                .satisfies(
                        it -> assertThat(it.phone()).isEqualTo((before + after).replaceAll(".*(\\+33\\d{9}).*", "$1")));
    }

    @Test
    void a_question_that_nothing_settles_is_left_open() {
        var marie = customer("Marie");

        var question = marie.writes("vous avez un jacuzzi ?");

        var open = events.await(
                Topic.ASSISTANT, QuestionLeftOpen.class, it -> it.message().equals(MessageId.of(question.id())));
        assertThat(open.question()).isEqualTo("vous avez un jacuzzi ?");
    }

    @Test
    void an_agenda_that_never_answers_is_waited_for_no_longer_than_any_answer() {
        var marie = guest("Marie Duval", in(28, "10:00"));
        marie.isReadBack();
        desk.isDeafTo(marie.customer.conversation());

        var yes = marie.customer.writes("oui");

        var over = marie.customer.isHandedOver(HandoverReason.DEADLINE_PASSED);
        assertThat(over.answers()).containsExactly(MessageId.of(yes.id()));
        await().until(() -> !marie.customer.isTimed(Timer.PATIENCE));
        assertThat(marie.customer.settled()).doesNotHaveDuplicates();
    }

    @Test
    void a_business_that_closes_its_agenda_in_the_middle_leaves_the_booking_to_a_person() {
        var marie = guest("Marie Duval", in(29, "10:00"));
        marie.isReadBack();
        desk.closesForGood(agendas);

        var yes = marie.customer.writes("oui");

        assertThat(marie.customer.isHandedOver(HandoverReason.NO_ANSWER_KNOWN).answers())
                .containsExactly(MessageId.of(yes.id()));
    }

    @Test
    void a_business_without_hours_takes_no_bookings_by_itself() {
        var marie = customer("Marie");

        marie.writes("Bonjour, je voudrais un rendez-vous demain à 10h");

        marie.isHandedOver(HandoverReason.NO_ANSWER_KNOWN);
        marie.isTold("demande de rendez-vous");
    }

    @Test
    void who_is_left_unattended_is_told_once() {
        var marie = customer("Marie");
        marie.writes("je veux parler à quelqu'un");
        marie.isHandedOver(HandoverReason.CUSTOMER_ASKED);
        var told = marie.told().size();

        marie.timeComes(Timer.UNATTENDED);

        await().until(() -> marie.toldSoFar().size() == told + 1);
        assertThat(marie.told().getLast().answers()).isEmpty();
        assertThat(marie.isTimed(Timer.UNATTENDED)).isFalse();
    }

    private static boolean isKept(Guest guest, Pick.Keeping keeping) {
        return guest.customer.dialogue() instanceof Dialogue known
                && known.flow() instanceof Flow.Booking booking
                && booking.pick() instanceof Pick.Picked picked
                && picked.keeping() == keeping;
    }

    private <T extends AssistantEvent> List<T> activity(Guest guest, Class<T> type) {
        return events.seen(Topic.ASSISTANT).stream()
                .filter(it -> it.conversation().equals(guest.customer.conversation()))
                .map(it -> it.data())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
