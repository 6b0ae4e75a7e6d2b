package fr.accueil.gateway.routing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.gateway.testing.RunningGateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttachmentsTest extends RunningGateway {

    private static final String ATTACHMENT = "/api/conversations/c/messages/m/attachments/0";
    private static final String POLICY = "sandbox; default-src 'none'";
    private static final long HUGE = 256L * 1024 * 1024;

    @BeforeEach
    void calm() {
        conversation.answersAgain();
        conversation.forget();
    }

    @AfterEach
    void as_before() {
        conversation.answersAgain();
    }

    @Test
    void an_attachment_comes_with_what_protects_from_it() throws Exception {
        conversation.answers(head(4) + "\u00ff\u00d8\u00ff\u00e0");

        try (var browser = ask()) {
            var head = headOf(browser.getInputStream());

            assertThat(head)
                    .startsWith("http/1.1 200 ")
                    .contains("content-type: image/jpeg\r\n")
                    .contains("content-disposition: inline; filename=\"photo.jpg\"\r\n")
                    .contains("cache-control: private, max-age=3600\r\n")
                    .contains("x-content-type-options: nosniff\r\n")
                    .contains("content-security-policy: " + POLICY + "\r\n")
                    .contains("content-length: 4\r\n");
            assertThat(head.split("content-security-policy:")).hasSize(2);
            assertThat(browser.getInputStream().readNBytes(4)).containsExactly(0xff, 0xd8, 0xff, 0xe0);
        }
    }

    /// What the gateway has taken is what it keeps in memory, but for the buffers of four sockets.
    @Test
    void a_browser_that_reads_slowly_holds_the_service_back_and_fills_no_memory() throws Exception {
        conversation.answersWithZeros(head(HUGE), HUGE);

        try (var browser = ask()) {
            assertThat(headOf(browser.getInputStream())).startsWith("http/1.1 200 ");
            await().atMost(Duration.ofSeconds(30)).until(() -> conversation.written() > 1_000_000);
            await().atMost(Duration.ofSeconds(60)).until(this::standsStill);

            assertThat(conversation.written()).isLessThan(HUGE / 4);
            assertThat(count(browser.getInputStream())).isEqualTo(HUGE);
        }
    }

    @Test
    void a_browser_that_goes_lets_the_service_go() throws Exception {
        conversation.answersWithZeros(head(HUGE), HUGE);
        try (var browser = ask()) {
            headOf(browser.getInputStream());
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> conversation.brokenOff() > 0);
        assertThat(conversation.written()).isLessThan(HUGE);
    }

    private boolean standsStill() {
        var before = conversation.written();
        await().pollDelay(Duration.ofMillis(700)).until(() -> true);
        return conversation.written() == before;
    }

    private static String head(long length) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Disposition: inline; filename=\"photo.jpg\"\r\n"
                        + "Cache-Control: private, max-age=3600\r\nX-Content-Type-Options: nosniff\r\n"
                        + "Content-Security-Policy: %s\r\nContent-Length: %d\r\n\r\n")
                .formatted(POLICY, length);
    }

    private Socket ask() throws IOException {
        var browser = new Socket(InetAddress.getLoopbackAddress(), port);
        browser.setSoTimeout(30_000);
        browser.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                        .formatted(ATTACHMENT, sophiesToken())
                        .getBytes(ISO_8859_1));
        return browser;
    }

    private static String headOf(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.read());
        }
        return head.toString().toLowerCase(Locale.ROOT);
    }

    private static long count(InputStream in) throws IOException {
        var bytes = new byte[64 * 1024];
        var count = 0L;
        for (var it = in.read(bytes); it >= 0; it = in.read(bytes)) {
            count += it;
        }
        return count;
    }
}
