package fr.accueil.notification.media;

import static fr.accueil.notification.twilio.TwilioAccount.bytes;
import static fr.accueil.notification.twilio.TwilioAccount.redirect;
import static fr.accueil.notification.twilio.TwilioAccount.status;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.DeliveryEvent.MediaFetched;
import fr.accueil.events.DeliveryEvent.MediaProblem;
import fr.accueil.events.MessageId;
import fr.accueil.events.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What comes with a message is fetched once, whatever happens on the way.
class MediaTest extends MediaServiceTest {

    @Test
    void a_photo_is_fetched_with_credentials_and_from_the_storage_without() {
        var storage = twilio.stored("photo", bytes("image/jpeg", PHOTO));
        var medium = twilio.medium(message, redirect(storage));

        var fetched = fetched(received("image/jpeg", "https://api.twilio.com" + medium));

        assertThat(fetched.contentType()).isEqualTo("image/jpeg");
        assertThat(fetched.size()).isEqualTo(PHOTO.length);
        assertThat(fetched.key()).startsWith(twilio.tenant + "/");
        assertThat(content(fetched.key())).isEqualTo(PHOTO);
        assertThat(twilio.asked(medium)).extracting(it -> it.token()).containsExactly("token-of-today");
        assertThat(twilio.asked(storage)).extracting(it -> it.authorization()).containsExactly((String) null);
    }

    @Test
    void what_is_not_there_yet_is_asked_for_again() {
        var tries = new AtomicInteger();
        var medium = twilio.medium(message, exchange -> {
            var answer = tries.incrementAndGet() < 3 ? status(404) : bytes("image/jpeg", PHOTO);
            answer.to(exchange);
        });

        assertThat(fetched(received("image/jpeg", "https://api.twilio.com" + medium))
                        .size())
                .isEqualTo(PHOTO.length);
        assertThat(tries).hasValue(3);
    }

    @Test
    void what_stays_missing_is_gone_in_the_end() {
        var unavailable = unavailable(received("image/jpeg", "https://api.twilio.com" + missing()));

        assertThat(unavailable.problem()).isEqualTo(MediaProblem.GONE);
        assertThat(unavailable.explanation()).isEqualTo("Cette pièce jointe n'est plus disponible chez WhatsApp.");
    }

    @Test
    void an_answer_that_drips_is_cut_off_and_tried_again() {
        var tries = new AtomicInteger();
        var stop = new CountDownLatch(1);
        var medium = twilio.medium(message, exchange -> {
            if (tries.incrementAndGet() > 1) {
                bytes("image/jpeg", PHOTO).to(exchange);
                return;
            }
            exchange.sendResponseHeaders(200, PHOTO.length);
            for (var it : PHOTO) {
                exchange.getResponseBody().write(it);
                exchange.getResponseBody().flush();
                if (isOver(stop)) {
                    return;
                }
            }
        });

        assertThat(fetched(received("image/jpeg", api(medium))).size()).isEqualTo(PHOTO.length);
        stop.countDown();
    }

    @Test
    void while_tokens_rotate_the_older_one_is_tried_too() {
        twilio.knowsOnly("token-of-yesterday");
        twilio.isSaved(events, secrets, List.of("token-of-tomorrow", "token-of-yesterday"));
        var medium = twilio.medium(message, bytes("image/jpeg", PHOTO));

        assertThat(fetched(received("image/jpeg", api(medium))).size()).isEqualTo(PHOTO.length);
        assertThat(twilio.asked(medium)).extracting(it -> it.token()).contains("token-of-tomorrow");
    }

    @Test
    void an_answer_that_breaks_off_leaves_nothing_to_be_seen_and_is_fetched_anew() throws IOException {
        var tries = new AtomicInteger();
        var medium = twilio.medium(message, exchange -> {
            if (tries.incrementAndGet() > 1) {
                bytes("image/jpeg", PHOTO).to(exchange);
                return;
            }
            exchange.sendResponseHeaders(200, PHOTO.length);
            exchange.getResponseBody().write(PHOTO, 0, 1_000);
            exchange.close();
        });

        var fetched = fetched(received("image/jpeg", api(medium)));

        assertThat(content(fetched.key())).isEqualTo(PHOTO);
        assertThat(tries).hasValue(2);
        try (var left = Files.list(Path.of("target/objects/.incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void who_loses_the_work_half_way_tells_nothing_and_the_next_one_does_it_all() {
        var tries = new AtomicInteger();
        var stolen = new CountDownLatch(1);
        var medium = twilio.medium(message, exchange -> {
            if (tries.incrementAndGet() == 1) {
                await(stolen);
            }
            bytes("image/jpeg", PHOTO).to(exchange);
        });
        var received = received("image/jpeg", api(medium));
        eventually().until(() -> tries.get() == 1);

        // As when the process was frozen or killed: its lease is over and another may take the work.
        relayDatabase
                .sql("update due_work set lease = null, lease_until = null where kind = 'media' and key = :key")
                .bind("key", received + "/0")
                .then()
                .block(PATIENCE);
        eventually().until(() -> tries.get() == 2);
        var fetched = fetched(received);
        stolen.countDown();

        assertThat(content(fetched.key())).isEqualTo(PHOTO);
        eventually()
                .during(Duration.ofSeconds(1))
                .until(() -> events.seen(Topic.DELIVERY, MediaFetched.class).stream()
                                .filter(it -> it.message().equals(received))
                                .count()
                        == 1);
    }

    @Test
    void the_same_message_again_is_fetched_once() {
        var medium = twilio.medium(message, bytes("image/jpeg", PHOTO));
        var envelope = envelope("image/jpeg", api(medium));

        events.publish(Topic.INBOUND, envelope);
        events.publish(Topic.INBOUND, envelope);
        fetched(new MessageId(envelope.id()));
        fetched(received("image/jpeg", api(medium)));

        assertThat(events.seen(Topic.DELIVERY, MediaFetched.class).stream()
                        .filter(it -> it.message().value().equals(envelope.id())))
                .hasSize(1);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static boolean isOver(CountDownLatch stop) throws IOException {
        try {
            return stop.await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
