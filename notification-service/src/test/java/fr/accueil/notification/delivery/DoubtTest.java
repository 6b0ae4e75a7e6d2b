package fr.accueil.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.ChannelId;
import fr.accueil.events.DeliveryEvent.MessageAccepted;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.TenantId;
import fr.accueil.notification.testing.Customer;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.notification.twilio.TwilioStub.Behaviour;
import fr.accueil.notification.twilio.TwilioStub.Posted;
import fr.accueil.platform.database.TenantTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/// What came of a call is not known: the customer reads each message once all the same.
class DoubtTest extends ServiceTest {

    @Autowired
    TenantTransaction transaction;

    @Autowired
    DatabaseClient database;

    @Autowired
    SendWork work;

    @Autowired
    SendGauges health;

    @Autowired
    MeterRegistry meters;

    @Test
    void an_error_after_it_was_taken_is_looked_up_and_not_sent_twice() {
        var marie = customer();
        TWILIO.will(marie.address(), Behaviour.takeAndFail(500));

        var message = marie.isAnsweredByTheAssistant("Bonjour");

        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
        assertThat(TWILIO.posted(marie.address())).hasSize(1);
        assertThat(marie.toldOf(message)).containsExactly("MessageDelayed", "MessageAccepted");
    }

    @Test
    void an_error_before_it_was_taken_is_looked_up_and_sent_again() {
        var marie = customer();
        TWILIO.will(marie.address(), Behaviour.refuse(500, 20500));
        var message = marie.isAnsweredByTheAssistant("Bonjour");
        eventually().until(() -> TWILIO.posted(marie.address()).size() == 1);

        TWILIO.will(marie.address(), Behaviour.take());

        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
        assertThat(TWILIO.taken(marie.address())).hasSize(1);
        assertThat(TWILIO.listed(marie.address()))
                .as("looked for twice before each further call")
                .isEqualTo(2L * (TWILIO.posted(marie.address()).size() - 1));
    }

    @Test
    void a_timeout_is_looked_up_and_not_sent_twice() {
        var marie = customer();
        var never = new CountDownLatch(1);
        TWILIO.will(marie.address(), Behaviour.takeAndHold(never));

        var message = marie.isAnsweredByTheAssistant("Bonjour");

        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
        assertThat(TWILIO.posted(marie.address())).hasSize(1);
        assertThat(TWILIO.listed(marie.address())).isEqualTo(1);
        never.countDown();
    }

    @Test
    void a_connection_that_breaks_is_looked_up_and_not_sent_twice() {
        var marie = customer();
        TWILIO.will(marie.address(), Behaviour.takeAndClose());

        var message = marie.isAnsweredByTheAssistant("Bonjour");

        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
        assertThat(TWILIO.posted(marie.address())).hasSize(1);
    }

    @Test
    void a_callback_that_comes_before_the_answer_finds_its_place() {
        var marie = customer();
        var answer = new CountDownLatch(1);
        TWILIO.will(marie.address(), Behaviour.takeAndHold(answer));
        var message = marie.isAnsweredByTheAssistant("Bonjour");
        eventually().until(() -> TWILIO.posted(marie.address()).size() == 1);

        marie.isReported(TWILIO.posted(marie.address()).getFirst(), "sent");

        eventually().until(() -> marie.toldOf(message).contains("MessageSent"));
        TWILIO.will(marie.address(), Behaviour.take());
        answer.countDown();
        var next = marie.isAnsweredByTheAssistant("La suite");
        eventually().until(() -> marie.toldOf(next).contains("MessageAccepted"));
        assertThat(marie.toldOf(message)).containsExactly("MessageAccepted", "MessageSent");
        assertThat(TWILIO.posted(marie.address())).hasSize(2);
        assertThat(TWILIO.listed(marie.address())).isZero();
    }

    @Test
    void while_one_call_is_in_doubt_nothing_else_goes_to_that_customer() {
        var marie = customer();
        TWILIO.will(marie.address(), Behaviour.takeAndFail(500));
        var first = marie.isAnsweredBySophie("Un");
        var second = marie.isAnsweredBySophie("Deux");
        eventually().until(() -> marie.toldOf(first).contains("MessageDelayed"));
        TWILIO.will(marie.address(), Behaviour.take());

        eventually().until(() -> marie.toldOf(second).contains("MessageAccepted"));

        assertThat(TWILIO.taken(marie.address())).extracting(Posted::body).containsExactly("Un", "Deux");
    }

    @Test
    void two_messages_with_the_same_text_that_are_both_in_doubt_both_arrive() {
        var marie = customer();
        TWILIO.will(marie.address(), Behaviour.takeAndFail(500));

        var first = marie.isAnsweredBySophie("Oui");
        var second = marie.isAnsweredBySophie("Oui");

        eventually().until(() -> marie.toldOf(second).contains("MessageAccepted"));
        assertThat(marie.toldOf(first)).contains("MessageAccepted");
        assertThat(TWILIO.taken(marie.address())).hasSize(2);
        assertThat(marie.told())
                .filteredOn(MessageAccepted.class::isInstance)
                .extracting(it -> ((MessageAccepted) it).providerSid())
                .doesNotHaveDuplicates();
    }

    @Test
    void two_messages_with_the_same_text_of_which_one_was_not_taken_both_arrive() {
        var marie = customer();
        TWILIO.will(marie.address(), Behaviour.takeAndFail(500));
        var first = marie.isAnsweredBySophie("Oui");
        eventually().until(() -> marie.toldOf(first).contains("MessageAccepted"));
        TWILIO.will(marie.address(), Behaviour.refuse(500, 20500));
        var second = marie.isAnsweredBySophie("Oui");
        eventually().until(() -> TWILIO.posted(marie.address()).size() == 2);

        TWILIO.will(marie.address(), Behaviour.take());

        eventually().until(() -> marie.toldOf(second).contains("MessageAccepted"));
        assertThat(TWILIO.taken(marie.address())).hasSize(2);
    }

    @Test
    void a_list_that_does_not_show_it_yet_is_not_believed_at_once() {
        var marie = customer();
        TWILIO.hide(marie.address());
        TWILIO.will(marie.address(), Behaviour.takeAndFail(500));
        var message = marie.isAnsweredBySophie("Bonjour");
        eventually().until(() -> TWILIO.listed(marie.address()) == 1);

        TWILIO.show(marie.address());

        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
        assertThat(TWILIO.posted(marie.address())).hasSize(1);
    }

    @Test
    void a_list_that_cannot_be_read_is_asked_again_and_nothing_is_sent_meanwhile() {
        var marie = customer();
        TWILIO.listWill(marie.address(), Behaviour.refuse(500, 20500));
        TWILIO.will(marie.address(), Behaviour.takeAndFail(500));
        var message = marie.isAnsweredBySophie("Bonjour");
        eventually().until(() -> TWILIO.listed(marie.address()) >= 3);
        health.look().block(Duration.ofSeconds(5));
        assertThat(meters.get("accueil.send.unknown").gauge().value()).isPositive();
        assertThat(meters.get("accueil.send.oldest").gauge().value()).isPositive();

        TWILIO.listWill(marie.address(), Behaviour.take());

        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
        assertThat(TWILIO.posted(marie.address())).hasSize(1);
    }

    @Test
    void a_list_that_can_never_be_read_ends_in_a_sentence_and_the_next_goes_on() {
        var marie = customer();
        TWILIO.listWill(marie.address(), Behaviour.refuse(403, 20403));
        TWILIO.will(marie.address(), Behaviour.takeAndFail(500));
        var message = marie.isAnsweredBySophie("Bonjour");
        eventually().until(() -> TWILIO.posted(marie.address()).size() == 1);
        TWILIO.will(marie.address(), Behaviour.take());

        var next = marie.isAnsweredBySophie("La suite");

        eventually().until(() -> marie.toldOf(next).contains("MessageAccepted"));
        assertThat(marie.toldOf(message)).endsWith("MessageRefused");
        assertThat(marie.told().toString()).contains(DeliveryRules.UNCONFIRMED);
        assertThat(TWILIO.posted(marie.address())).extracting(Posted::body).containsExactly("Bonjour", "La suite");
    }

    @Test
    void a_call_in_doubt_of_a_channel_that_is_gone_ends_in_a_sentence() {
        var neighbour = new Customer(
                events,
                TenantId.of(Ids.next()),
                ChannelId.of(Ids.next()),
                customer().address());
        var message = neighbour.isAnsweredBySophie("Bonjour");
        eventually().until(() -> neighbour.toldOf(message).contains("MessageRefused"));

        callIsInDoubt(neighbour, message);

        eventually().until(() -> neighbour.told().toString().contains(DeliveryRules.UNCONFIRMED));
    }

    /// As it stands when a channel is taken away while a call is in doubt.
    private void callIsInDoubt(Customer customer, MessageId message) {
        transaction
                .in(
                        customer.tenant(),
                        database.sql("""
                                        insert into attempt (tenant, id, conversation, message, part, channel,
                                          recipient, started_at, look_up_after, state)
                                        select tenant, :id, conversation, id, 0, channel, recipient, :past, :past,
                                          'unresolved' from message where id = :message""")
                                .bind("id", Ids.next())
                                .bind("past", Instant.now().minusSeconds(1))
                                .bind("message", message.value())
                                .then()
                                .then(database.sql(
                                                "update message set state = 'queued', settled = false where id = :id")
                                        .bind("id", message.value())
                                        .then())
                                .then(work.hasten(customer.tenant(), customer.conversation(), Instant.now())))
                .block(Duration.ofSeconds(5));
    }
}
