package fr.accueil.notification.statuses;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.ChannelId;
import fr.accueil.events.ChannelRequest.ReconcileChannel;
import fr.accueil.events.DeliveryEvent;
import fr.accueil.events.DeliveryEvent.MessageDelivered;
import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.notification.testing.Customer;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.notification.twilio.TwilioStub.Behaviour;
import fr.accueil.notification.twilio.TwilioStub.Posted;
import fr.accueil.platform.database.TenantTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/// Callbacks that never came: what became of the messages is found out all the same.
class StatusesTest extends ServiceTest {

    private static final AtomicInteger SENDERS = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private TenantTransaction transaction;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private MeterRegistry meters;

    private final TenantId tenant = TenantId.of(Ids.next());
    private final ChannelId channel = ChannelId.of(Ids.next());
    private final String address = "whatsapp:+3319901%04d".formatted(SENDERS.incrementAndGet());

    @BeforeEach
    void the_business_has_a_channel_that_was_looked_at() {
        save(tenant, channel, address);
        eventually().until(this::isAnHourAway);
    }

    @Test
    void a_message_whose_callbacks_were_all_lost_becomes_delivered_in_the_end() {
        var marie = customerOfTheBusiness();
        var message = accepted(marie, "Bonjour");
        var counted = count("delivered");
        TWILIO.becomes(call(marie), "delivered", null);

        ask();

        eventually().until(() -> marie.toldOf(message).contains("MessageDelivered"));
        assertThat(marie.toldOf(message)).containsExactly("MessageAccepted", "MessageDelivered");
        assertThat(count("delivered")).isGreaterThan(counted);
        marie.isReported(call(marie), "delivered");
        marie.isReported(call(marie), "read");
        eventually().until(() -> marie.toldOf(message).contains("MessageRead"));
        assertThat(marie.toldOf(message)).containsExactly("MessageAccepted", "MessageDelivered", "MessageRead");
    }

    @Test
    void it_is_said_as_its_callback_would_have_said_it() {
        var marie = customerOfTheBusiness();
        var message = accepted(marie, "Bonjour");
        TWILIO.becomes(call(marie), "undelivered", 63016);

        ask();

        eventually().until(() -> marie.toldOf(message).contains("MessageRefused"));
        marie.isReported(call(marie), "undelivered", "63016");
        eventually().until(() -> reports(marie).size() == 2);
        assertThat(reports(marie))
                .extracting(Envelope::id)
                .containsOnly(Ids.ofStatus(call(marie).sid(), "undelivered", "63016"));
        assertThat(reports(marie))
                .extracting(Envelope::data)
                .containsOnly(reports(marie).getFirst().data());
        assertThat(marie.told())
                .filteredOn(MessageRefused.class::isInstance)
                .extracting(it -> ((MessageRefused) it).errorCode())
                .containsExactly("63016");
    }

    @Test
    void a_failure_that_may_pass_is_tried_again() {
        var marie = customerOfTheBusiness();
        var message = accepted(marie, "Bonjour");
        TWILIO.becomes(call(marie), "failed", 63018);

        ask();

        eventually().until(() -> TWILIO.posted(marie.address()).size() == 2);
        TWILIO.becomes(TWILIO.posted(marie.address()).getLast(), "read", null);
        eventually().until(() -> settled(marie));
        ask();
        eventually().until(() -> marie.toldOf(message).contains("MessageRead"));
        assertThat(marie.toldOf(message)).doesNotContain("MessageRefused");
        assertThat(TWILIO.posted(marie.address())).hasSize(2);
    }

    @Test
    void nothing_moves_backwards_and_what_is_as_it_was_is_not_said() {
        var marie = customerOfTheBusiness();
        var jeanne = customerOfTheBusiness();
        var read = accepted(marie, "Bonjour");
        marie.isReported(call(marie), "read");
        eventually().until(() -> marie.toldOf(read).contains("MessageRead"));
        TWILIO.becomes(call(marie), "sent", null);
        var waiting = accepted(jeanne, "Bonjour");
        TWILIO.becomes(call(jeanne), "sending", null);

        ask();

        eventually().until(() -> asked(call(jeanne)));
        assertThat(reports(marie)).hasSize(1);
        assertThat(reports(jeanne)).isEmpty();
        assertThat(marie.toldOf(read)).containsExactly("MessageAccepted", "MessageRead");
        assertThat(jeanne.toldOf(waiting)).containsExactly("MessageAccepted");
    }

    @Test
    void many_pages_are_followed_as_far_as_the_oldest_that_is_asked_for() {
        var older = customerOfTheBusiness();
        IntStream.range(0, 4).forEach(it -> accepted(older, "Arrivé " + it));
        TWILIO.posted(older.address()).forEach(it -> older.isReported(it, "delivered"));
        eventually().until(() -> count(older.told(), MessageDelivered.class) == 4);
        var marie = customerOfTheBusiness();
        var messages = IntStream.range(0, 7)
                .mapToObj(it -> accepted(marie, "Message " + it))
                .toList();
        TWILIO.posted(marie.address()).forEach(it -> TWILIO.becomes(it, "delivered", null));

        ask();

        eventually()
                .untilAsserted(() -> assertThat(messages)
                        .allSatisfy(it -> assertThat(marie.toldOf(it)).contains("MessageDelivered")));
        assertThat(reports(marie)).hasSize(7);
        assertThat(TWILIO.listedFrom(address)).as("of four pages").isEqualTo(3);
    }

    @Test
    void nobody_is_asked_while_nothing_is_without_an_end() {
        var marie = customerOfTheBusiness();
        var message = accepted(marie, "Bonjour");
        marie.isReported(call(marie), "delivered");
        eventually().until(() -> marie.toldOf(message).contains("MessageDelivered"));

        ask();

        eventually().until(this::isAnHourAway);
        assertThat(TWILIO.listedFrom(address)).isZero();
    }

    @Test
    void a_phone_that_is_off_is_asked_for_less_and_less_and_not_for_ever() {
        var marie = customerOfTheBusiness();
        var message = accepted(marie, "Bonjour");
        TWILIO.becomes(call(marie), "sent", null);
        ask();
        eventually().until(() -> asked(call(marie)) && isAnHourAway());
        eventually().until(() -> marie.toldOf(message).contains("MessageSent"));

        var was = Instant.now().minus(Duration.ofHours(3));
        standsAt(marie, was, was.plus(Duration.ofHours(2)), was);
        assertThat(looksWhenDue())
                .as("asked an hour ago, two hours after its news")
                .isZero();
        standsAt(marie, was, was.plus(Duration.ofHours(1)), was);
        assertThat(looksWhenDue())
                .as("asked two hours ago, one hour after its news")
                .isOne();
        var longAgo = Instant.now().minus(Duration.ofHours(49));
        standsAt(marie, longAgo, null, longAgo);
        assertThat(looksWhenDue()).as("sent more than two days ago").isZero();
    }

    @Test
    void a_list_that_cannot_be_read_is_asked_again() {
        var marie = customerOfTheBusiness();
        var message = accepted(marie, "Bonjour");
        TWILIO.becomes(call(marie), "delivered", null);
        TWILIO.listFromWill(address, Behaviour.refuse(500, 20500));
        ask();
        eventually().until(() -> TWILIO.listedFrom(address) >= 2);
        assertThat(asked(call(marie))).isFalse();

        TWILIO.listFromWill(address, new Behaviour(true, null, 200, null, null));

        eventually().until(() -> marie.toldOf(message).contains("MessageDelivered"));
    }

    private Customer customerOfTheBusiness() {
        return new Customer(events, tenant, channel, customer().address());
    }

    private static MessageId accepted(Customer customer, String text) {
        var message = customer.isAnsweredBySophie(text);
        eventually().until(() -> customer.toldOf(message).contains("MessageAccepted"));
        return message;
    }

    private static Posted call(Customer customer) {
        return TWILIO.posted(customer.address()).getFirst();
    }

    private void ask() {
        events.publish(
                Topic.CHANNEL_REQUESTS,
                new Envelope(
                        Ids.next(),
                        URI.create("/conversation-service"),
                        Instant.now(),
                        channel.toString(),
                        tenant,
                        null,
                        new ReconcileChannel(channel)));
    }

    private List<Envelope> reports(Customer customer) {
        return events.seen(Topic.STATUS).stream()
                .filter(it -> it.subject().equals(customer.conversation().toString()))
                .toList();
    }

    private static long count(List<DeliveryEvent> told, Class<? extends DeliveryEvent> type) {
        return told.stream().filter(type::isInstance).count();
    }

    private double count(String status) {
        var counter = meters.find("accueil.reconciliation.statuses")
                .tag("status", status)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    /// The newest attempt was taken.
    private boolean settled(Customer customer) {
        return TWILIO.posted(customer.address()).stream().allMatch(it -> isKnown(it.sid()));
    }

    private boolean isKnown(String sid) {
        return found("select true as found from attempt where provider_sid = :sid", sid);
    }

    private boolean asked(Posted call) {
        return found(
                "select true as found from attempt where provider_sid = :sid and asked_at is not null", call.sid());
    }

    private boolean found(String sql, String sid) {
        return Boolean.TRUE.equals(transaction
                .in(tenant, database.sql(sql).bind("sid", sid).map(row -> true).one())
                .block(PATIENCE));
    }

    private void standsAt(Customer customer, Instant began, @Nullable Instant asked, Instant news) {
        var update = database.sql("""
                        update attempt set started_at = :began, news_at = :news, asked_at = :asked
                        where provider_sid = :sid""")
                .bind("began", began)
                .bind("news", news)
                .bind("sid", call(customer).sid());
        transaction
                .in(
                        tenant,
                        (asked == null ? update.bindNull("asked", Instant.class) : update.bind("asked", asked)).then())
                .block(PATIENCE);
    }

    /// How often the list is asked when the regular time has come.
    private long looksWhenDue() {
        var before = TWILIO.listedFrom(address);
        relayDatabase
                .sql("update due_work set due = :now, payload = :longAgo where kind = 'statuses' and key = :key")
                .bind("now", Instant.now())
                .bind("longAgo", Instant.EPOCH.toString())
                .bind("key", channel.toString())
                .then()
                .block(PATIENCE);
        eventually().until(this::isAnHourAway);
        return TWILIO.listedFrom(address) - before;
    }

    private boolean isAnHourAway() {
        return Boolean.TRUE.equals(relayDatabase
                .sql("select due > :soon as later from due_work where kind = 'statuses' and key = :key")
                .bind("soon", Instant.now().plus(Duration.ofMinutes(50)))
                .bind("key", channel.toString())
                .map(row -> Boolean.TRUE.equals(row.get("later", Boolean.class)))
                .one()
                .block(PATIENCE));
    }
}
