package fr.accueil.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "0, '203.0.113.9', 7f000001",
        "1, '203.0.113.9', cb007109",
        "1, '6.6.6.6, 203.0.113.9', cb007109",
        "2, '6.6.6.6, 203.0.113.9, 10.0.0.1', cb007109",
        "2, '203.0.113.9', 7f000001",
        "1, '', 7f000001",
        "1, 'nonsense', 7f000001",
        "1, '203.0.113.9, ', 7f000001",
        "1, '2001:db8:1:2:3:4:5:6', 20010db800010002",
        "1, '2001:db8:1:2:ffff::1', 20010db800010002"
    })
    void is_what_the_outermost_proxy_of_ours_has_seen(int proxies, String forwarded, String address) {
        var request = MockServerHttpRequest.post("/")
                .remoteAddress(new InetSocketAddress("127.0.0.1", 4711))
                .header("X-Forwarded-For", forwarded)
                .build();

        assertThat(addressOf(proxies, request)).isEqualTo(address);
    }

    @Test
    void several_headers_are_one_list() {
        var request = MockServerHttpRequest.post("/")
                .header("X-Forwarded-For", "6.6.6.6", "203.0.113.9")
                .build();

        assertThat(addressOf(1, request)).isEqualTo("cb007109");
    }

    @Test
    void a_caller_without_an_address_is_nobody_and_no_error() {
        assertThat(addressOf(1, MockServerHttpRequest.post("/").build())).isEqualTo("unknown");
    }

    private static String addressOf(int proxies, MockServerHttpRequest request) {
        return new ClientAddress(TestSettings.behindProxies(proxies))
                .of(request)
                .address();
    }
}
