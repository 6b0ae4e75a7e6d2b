package fr.accueil.notification.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

/// In front of the real Twilio; behind a simulator's address, `MediaTest` tries the same.
class TwilioAddressesTest {

    private static final String ACCOUNT = "AC0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String MESSAGE = "MM0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String PATH =
            "/2010-04-01/Accounts/" + ACCOUNT + "/Messages/" + MESSAGE + "/Media/ME0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final URI API = URI.create("https://api.twilio.com" + PATH);

    private final TwilioAddresses twilio = new TwilioAddresses(settings(null));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.twilio.com",
                "https://api.twilio.com:443",
                "https://api.ie1.twilio.com",
                "https://api.dublin.ie1.twilio.com"
            })
    void credentials_go_to_twilios_api(String host) {
        assertThat(twilio.toApi(host + PATH, ACCOUNT, MESSAGE)).contains(URI.create(host + PATH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.twilio.com",
                "https://api.twilio.com:8443",
                "https://apiXtwilio.com",
                "https://api.twilio.com.evil.example",
                "https://evil-api.twilio.com",
                "https://api.twilio.com@evil.example",
                "https://evil.example#api.twilio.com",
                "https://API.twilio.com.",
                "https://127.0.0.1",
                "https://[::1]",
                "https://a.b.c.twilio.com"
            })
    void credentials_go_nowhere_else(String host) {
        assertThat(twilio.toApi(host + PATH, ACCOUNT, MESSAGE)).isEmpty();
    }

    @Test
    void credentials_are_for_this_account_and_message_only() {
        assertThat(twilio.toApi(API.toString().replace(ACCOUNT, "AC" + "1".repeat(32)), ACCOUNT, MESSAGE))
                .isEmpty();
        assertThat(twilio.toApi(API.toString().replace(MESSAGE, "MM" + "1".repeat(32)), ACCOUNT, MESSAGE))
                .isEmpty();
        assertThat(twilio.toApi(API + "/../x", ACCOUNT, MESSAGE)).isEmpty();
        assertThat(twilio.toApi(API + "?x=1", ACCOUNT, MESSAGE)).isEmpty();
        assertThat(twilio.toApi("https://api.twilio.com/2010-04-01/Accounts.json", ACCOUNT, MESSAGE))
                .isEmpty();
    }

    @Test
    void redirects_lead_to_the_storage_only() {
        assertThat(twilio.toStorage(API, "https://mms.twiliocdn.com/AC/ME?Expires=1&Signature=x%2By"))
                .contains(URI.create("https://mms.twiliocdn.com/AC/ME?Expires=1&Signature=x%2By"));
        for (var location : List.of(
                "http://mms.twiliocdn.com/ME",
                "https://mms.twiliocdn.com:8443/ME",
                "https://mms.twiliocdn.com.evil.example/ME",
                "https://x@mms.twiliocdn.com/ME",
                "//evil.example/ME",
                "/2010-04-01/Accounts.json",
                "https://169.254.169.254/latest",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "",
                "not an address")) {
            assertThat(twilio.toStorage(API, location)).as(location).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:0:a00:1::"
            })
    void an_address_of_our_own_networks_is_not_public(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"18.155.1.1", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2600:9000::1", "2a00:1450::1"})
    void the_rest_is(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void a_name_that_resolves_to_ourselves_is_sent_nothing() throws Exception {
        var calls = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        var url = "http://localhost:" + server.getAddress().getPort() + "/";
        var client = HttpClient.create().disableRetry(true);

        client.get()
                .uri(url)
                .response()
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        FetchMedium.toPublicAddressesOnly(client)
                .get()
                .uri(url)
                .response()
                .as(StepVerifier::create)
                .expectError(UnknownHostException.class)
                .verify(Duration.ofSeconds(30));

        assertThat(calls).hasValue(1);
        server.stop(0);
    }

    private static MediaSettings settings(@Nullable URI apiUrl) {
        return new MediaSettings(
                apiUrl,
                List.of("mms.twiliocdn.com"),
                DataSize.ofMegabytes(16),
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(1),
                Duration.ofMinutes(10),
                Duration.ofMinutes(15),
                Duration.ofHours(6),
                8);
    }
}
