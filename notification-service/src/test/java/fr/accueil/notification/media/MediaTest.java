package fr.accueil.notification.media;

import static fr.accueil.notification.twilio.TwilioAccount.bytes;
import static fr.accueil.notification.twilio.TwilioAccount.redirect;
import static fr.accueil.notification.twilio.TwilioAccount.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.accueil.events.ConversationId;
import fr.accueil.events.DeliveryEvent.MediaFetched;
import fr.accueil.events.DeliveryEvent.MediaNews;
import fr.accueil.events.DeliveryEvent.MediaProblem;
import fr.accueil.events.DeliveryEvent.MediaUnavailable;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.InboundEvent.Customer;
import fr.accueil.events.InboundEvent.Media;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.events.Topic;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.notification.twilio.TwilioAccount;
import fr.accueil.notification.twilio.TwilioAccount.Answer;
import fr.accueil.platform.objects.ObjectStore;
import fr.accueil.platform.objects.StoredObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.buffer.DataBufferUtils;

class MediaTest extends ServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] PHOTO = photo(5_000);

    @Autowired
    private ObjectStore objects;

    private final TwilioAccount twilio = new TwilioAccount(TWILIO);
    private final String message = TwilioAccount.newSid("MM");

    @BeforeEach
    void the_business_has_a_channel() {
        twilio.isSaved(events, secrets);
    }

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
    void an_address_that_is_not_twilios_for_this_message_is_never_called() throws IOException {
        var stranger = new Stranger();
        var other = "/2010-04-01/Accounts/%s/Messages/%s/Media/%s"
                .formatted(twilio.sid(), TwilioAccount.newSid("MM"), TwilioAccount.newSid("ME"));
        var own = other.replaceFirst("Messages/[^/]*", "Messages/" + message);

        var message1 = received(
                "image/jpeg",
                stranger.url() + own,
                "https://api.twilio.com" + other,
                "https://api.twilio.com.evil.example" + own,
                "https://api.twilio.com@127.0.0.1" + own,
                "https://api.twilio.com" + own + "?x=1",
                "https://api.twilio.com" + own + "/../../../../admin",
                "http://api.twilio.com" + own,
                "https://api.twilio.com:8443" + own,
                "file:///etc/passwd",
                "no address at all");

        for (var index = 0; index < 10; index++) {
            assertThat(news(message1, index))
                    .isInstanceOfSatisfying(
                            MediaUnavailable.class,
                            it -> assertThat(it.problem()).isEqualTo(MediaProblem.FOREIGN_ADDRESS));
        }
        assertThat(twilio.asked())
                .filteredOn(it -> it.path().contains("/Media/"))
                .isEmpty();
        assertThat(stranger.calls).hasValue(0);
    }

    @Test
    void a_redirect_to_a_stranger_is_not_followed() throws IOException {
        var stranger = new Stranger();
        var once = twilio.medium(message, redirect(stranger.url() + "/photo"));
        var twice = twilio.medium(message, redirect(twilio.stored("on", redirect(stranger.url() + "/photo"))));
        var back = twilio.medium(message, redirect(twilio.medium(message, bytes("image/jpeg", PHOTO))));
        var cloud = twilio.medium(message, redirect("http://169.254.169.254/latest/meta-data/"));

        var all = received("image/jpeg", api(once), api(twice), api(back), api(cloud));

        for (var index = 0; index < 4; index++) {
            assertThat(news(all, index))
                    .isInstanceOfSatisfying(
                            MediaUnavailable.class,
                            it -> assertThat(it.problem()).isEqualTo(MediaProblem.FOREIGN_ADDRESS));
        }
        assertThat(stranger.calls).hasValue(0);
    }

    @Test
    void what_is_too_large_is_not_read_to_its_end() {
        var announced = twilio.medium(message, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "video/mp4");
            exchange.sendResponseHeaders(200, 50_000_000_000L);
            exchange.getResponseBody().flush();
        });
        var sent = new AtomicInteger();
        var endless = twilio.medium(message, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (sent.addAndGet(PHOTO.length) < 100_000_000) {
                exchange.getResponseBody().write(PHOTO);
            }
        });

        var both = received("video/mp4", api(announced), api(endless));

        assertThat(news(both, 0))
                .isInstanceOfSatisfying(
                        MediaUnavailable.class, it -> assertThat(it.problem()).isEqualTo(MediaProblem.TOO_LARGE));
        assertThat(news(both, 1))
                .isInstanceOfSatisfying(
                        MediaUnavailable.class, it -> assertThat(it.problem()).isEqualTo(MediaProblem.TOO_LARGE));
        assertThat(sent).hasValueLessThan(100_000_000);
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
    void the_bytes_say_what_it_is_and_not_the_sender() {
        var page = "<!doctype html><script>alert(1)</script>".getBytes(UTF_8);
        var drawing =
                "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(UTF_8);

        var lies = received(
                "image/jpeg",
                api(twilio.medium(message, bytes("image/jpeg", page))),
                api(twilio.medium(message, bytes("image/png", drawing))),
                api(twilio.medium(message, bytes("text/html", PHOTO))),
                api(twilio.medium(message, bytes("application/pdf", "MZ\u0090\u0000".getBytes(UTF_8)))));

        assertThat(news(lies, 0))
                .isInstanceOfSatisfying(
                        MediaUnavailable.class, it -> assertThat(it.problem()).isEqualTo(MediaProblem.UNKNOWN_TYPE));
        assertThat(news(lies, 1)).isInstanceOf(MediaUnavailable.class);
        assertThat(news(lies, 2))
                .isInstanceOfSatisfying(
                        MediaFetched.class, it -> assertThat(it.contentType()).isEqualTo("image/jpeg"));
        assertThat(news(lies, 3)).isInstanceOf(MediaUnavailable.class);
    }

    @Test
    void a_file_keeps_its_name_made_harmless() {
        var card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Léa ../Martin\r\nEND:VCARD\r\n".getBytes(UTF_8);
        Answer quote = exchange -> {
            exchange.getResponseHeaders()
                    .set("Content-Disposition", "attachment; filename*=UTF-8''..%2F..%2Fdevis%E2%80%AEfdp.exe");
            bytes("application/pdf", "%PDF-1.7".getBytes(UTF_8)).to(exchange);
        };

        var both = received(
                "application/pdf",
                api(twilio.medium(message, quote)),
                api(twilio.medium(message, bytes("text/vcard", card))));

        assertThat(news(both, 0))
                .isInstanceOfSatisfying(
                        MediaFetched.class, it -> assertThat(it.fileName()).isEqualTo("devisfdp.exe.pdf"));
        assertThat(news(both, 1))
                .isInstanceOfSatisfying(
                        MediaFetched.class, it -> assertThat(it.fileName()).isEqualTo("Léa .. Martin.vcf"));
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

    private String missing() {
        return "/2010-04-01/Accounts/%s/Messages/%s/Media/%s"
                .formatted(twilio.sid(), message, TwilioAccount.newSid("ME"));
    }

    private static String api(String path) {
        return "https://api.twilio.com" + path;
    }

    private MessageId received(String contentType, String... urls) {
        var envelope = envelope(contentType, urls);
        events.publish(Topic.INBOUND, envelope);
        return new MessageId(envelope.id());
    }

    private Envelope envelope(String contentType, String... urls) {
        var id = Ids.next();
        var conversation = ConversationId.of(Ids.next());
        return new Envelope(
                id,
                URI.create("/webhook-ingest"),
                Instant.now(),
                conversation.toString(),
                twilio.tenant,
                null,
                new MessageReceived(
                        new MessageId(id),
                        conversation,
                        twilio.channel,
                        new Customer("whatsapp:+33639980012", "+33639980012", null, "Marie"),
                        message,
                        twilio.sid(),
                        MessageKind.IMAGE,
                        "",
                        Arrays.stream(urls)
                                .map(it -> new Media(it, contentType))
                                .toList(),
                        null,
                        null,
                        null,
                        false,
                        Map.of(),
                        false,
                        null));
    }

    private MediaFetched fetched(MessageId message) {
        var news = news(message, 0);
        assertThat(news).isInstanceOf(MediaFetched.class);
        return (MediaFetched) news;
    }

    private MediaUnavailable unavailable(MessageId message) {
        var news = news(message, 0);
        assertThat(news).isInstanceOf(MediaUnavailable.class);
        return (MediaUnavailable) news;
    }

    private MediaNews news(MessageId message, int index) {
        return events.await(Topic.DELIVERY, MediaNews.class, it -> it.message().equals(message) && it.index() == index);
    }

    private byte[] content(String key) {
        var found = objects.find(key).block(PATIENCE);
        assertThat(found).isNotNull();
        return bytesOf(found);
    }

    private static byte[] bytesOf(StoredObject object) {
        var joined = DataBufferUtils.join(object.content()).block(PATIENCE);
        assertThat(joined).isNotNull();
        var bytes = new byte[joined.readableByteCount()];
        joined.read(bytes);
        DataBufferUtils.release(joined);
        return bytes;
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

    private static byte[] photo(int size) {
        var bytes = new byte[size];
        bytes[0] = (byte) 0xff;
        bytes[1] = (byte) 0xd8;
        bytes[2] = (byte) 0xff;
        return bytes;
    }

    /// A server that nobody should call.
    private static final class Stranger {

        private final AtomicInteger calls = new AtomicInteger();
        private final HttpServer server;

        Stranger() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                calls.incrementAndGet();
                status(200).to(exchange);
            });
            server.start();
        }

        String url() {
            return "http://localhost:" + server.getAddress().getPort();
        }
    }
}
