package fr.accueil.notification.media;

import static fr.accueil.notification.twilio.TwilioAccount.bytes;
import static fr.accueil.notification.twilio.TwilioAccount.redirect;
import static fr.accueil.notification.twilio.TwilioAccount.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.accueil.events.DeliveryEvent.MediaFetched;
import fr.accueil.events.DeliveryEvent.MediaProblem;
import fr.accueil.events.DeliveryEvent.MediaUnavailable;
import fr.accueil.notification.twilio.TwilioAccount;
import fr.accueil.notification.twilio.TwilioAccount.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What is sent to harm: addresses, sizes, types and names that are not what they say.
class HarmfulMediaTest extends MediaServiceTest {

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
