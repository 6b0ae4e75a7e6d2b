package fr.accueil.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.MessageId;
import fr.accueil.notification.NotificationApplication;
import fr.accueil.notification.channel.Channels;
import fr.accueil.notification.testing.Customer;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.notification.twilio.TwilioStub.Behaviour;
import fr.accueil.notification.twilio.TwilioStub.Posted;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/// Two instances that send at once, on one database and one broker, and take each other's work all the time. What
/// Twilio took says whether that was noticed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesTest extends ServiceTest {

    private static final int CUSTOMERS = 12;
    private static final int MESSAGES = 5;

    /// Of the first instance, so that the second is like it.
    private static final List<String> SETTINGS = List.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            "ACCUEIL_SECRET_KEY",
            "OIDC_ISSUER",
            "POSTGRES_URL",
            "POSTGRES_USER",
            "POSTGRES_PASSWORD",
            "TWILIO_API_URL",
            "ACCUEIL_PUBLIC_URL",
            "accueil.database.pool-size",
            "accueil.twilio.connect-timeout",
            "accueil.twilio.response-timeout",
            "accueil.delivery.call-timeout",
            "accueil.delivery.look-up-after-answer",
            "accueil.delivery.look-up-after-silence",
            "accueil.delivery.first-pause",
            "accueil.delivery.longest-pause",
            "accueil.delivery.queue-patience",
            "accueil.delivery.give-up-after",
            "accueil.delivery.look-again",
            "accueil.delivery.order-patience",
            "accueil.delivery.concurrency",
            "accueil.delivery.tenant-concurrency",
            "accueil.pace.pair-burst",
            "accueil.pace.pair-every");

    private final ConfigurableApplicationContext second;
    private final MeterRegistry meters;

    TwoInstancesTest(@Autowired Environment environment, @Autowired MeterRegistry meters) {
        this.meters = meters;
        this.second = new SpringApplicationBuilder(NotificationApplication.class)
                .profiles("test")
                .run(Stream.concat(
                                SETTINGS.stream().map(it -> "--" + it + "=" + environment.getRequiredProperty(it)),
                                Stream.of("--server.port=0"))
                        .toArray(String[]::new));
    }

    @BeforeEach
    void both_know_the_channel() {
        eventually()
                .until(() ->
                        second.getBean(Channels.class).find(CAMELIA, CHANNEL).isPresent());
    }

    @AfterAll
    void stop() {
        TWILIO.takes(_ -> Duration.ZERO);
        second.close();
    }

    @Test
    void no_message_is_sent_twice_and_each_customer_reads_theirs_in_order() {
        TWILIO.takes(_ -> Duration.ofMillis(40));
        var customers = Stream.generate(this::customer).limit(CUSTOMERS).toList();
        customers.stream().limit(3).forEach(it -> TWILIO.will(it.address(), Behaviour.takeAndFail(500)));
        var before = List.of(sent(meters), sent(second.getBean(MeterRegistry.class)));

        var stealing = stealWork();
        try {
            var asked = ask(customers);
            eventually()
                    .untilAsserted(() -> customers.forEach(it -> assertThat(it.told())
                            .as("told of %s", it.conversation())
                            .filteredOn(news -> news.getClass().getSimpleName().equals("MessageAccepted"))
                            .hasSize(MESSAGES)));
            assertThat(asked).hasSize(CUSTOMERS * MESSAGES);
        } finally {
            stealing.dispose();
        }

        assertThat(customers).allSatisfy(it -> {
            assertThat(TWILIO.taken(it.address())).extracting(Posted::body).containsExactlyElementsOf(texts());
            assertThat(TWILIO.posted(it.address())).hasSize(MESSAGES);
        });
        assertThat(sent(meters)).as("sent by the first").isGreaterThan(before.getFirst());
        assertThat(sent(second.getBean(MeterRegistry.class)))
                .as("sent by the second")
                .isGreaterThan(before.getLast());
    }

    private static List<MessageId> ask(List<Customer> customers) {
        var asked = new ArrayList<MessageId>();
        texts().forEach(text -> customers.forEach(it -> asked.add(it.isAnsweredBySophie(text))));
        return asked;
    }

    private static List<String> texts() {
        return IntStream.range(0, MESSAGES).mapToObj(it -> "Message " + it).toList();
    }

    /// As if whoever holds a lease froze: again and again the other instance takes over in the middle of a call.
    private Disposable stealWork() {
        return Flux.interval(Duration.ofMillis(60))
                .onBackpressureDrop()
                .concatMap(_ -> relayDatabase.sql("""
                                update due_work set lease_until = clock_timestamp() - interval '1 second'
                                where kind = 'send' and lease is not null""").then())
                .subscribe();
    }

    private static long sent(MeterRegistry meters) {
        return meters.find("accueil.twilio.calls").tag("call", "send").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
