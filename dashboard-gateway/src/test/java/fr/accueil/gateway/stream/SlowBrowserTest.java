package fr.accueil.gateway.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.TenantId;
import fr.accueil.gateway.testing.BrowserTab;
import fr.accueil.gateway.testing.RunningGateway;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SlowBrowserTest extends RunningGateway {

    private static final String LONG_NAME = "Sophie ".repeat(10_000);

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private LiveFeed feed;

    @Test
    void a_browser_that_reads_too_slowly_is_told_to_resync_and_let_go() throws Exception {
        var camelia = workspace();
        var slow = slowBefore();
        try (var socket = streamOf(camelia)) {
            happensUntil(camelia, slow);

            var all = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);

            assertThat(all).contains("event: change").contains("event: resync\ndata: {}\n\n");
            assertThat(all.indexOf("event: resync")).isGreaterThan(all.lastIndexOf("event: change"));
        }
    }

    @Test
    void a_browser_that_never_reads_is_hung_up_on() throws Exception {
        var camelia = workspace();
        var slow = slowBefore();
        try (var socket = streamOf(camelia)) {
            await().until(() -> feed.browsers() == 1);
            happensUntil(camelia, slow);

            await().until(() -> feed.browsers() == 0);
            assertThat(socket.isClosed()).isFalse();
        }
    }

    @Test
    void a_quick_browser_misses_nothing_beside_a_slow_one() throws Exception {
        var camelia = workspace();
        var slow = slowBefore();
        try (var _ = streamOf(camelia);
                var quick = sophiesTab(camelia, null)) {
            var count = happensUntil(camelia, slow);

            await().until(() -> quick.changes().size() >= count);
            assertThat(quick.changes()).hasSize(Math.toIntExact(count)).doesNotHaveDuplicates();
            assertThat(quick.ended()).isFalse();
        }
    }

    /// Much happens, until the gateway gives up on somebody.
    private long happensUntil(TenantId workspace, double slow) {
        return LongStream.range(0, 2000)
                        .filter(it -> {
                            happens(workspace, it, LONG_NAME);
                            return slowBefore() > slow;
                        })
                        .findFirst()
                        .orElseThrow()
                + 1;
    }

    private double slowBefore() {
        return meters.counter("accueil.stream.ended", "why", "slow").count();
    }

    private TenantId workspace() {
        var tenant = sophiesWorkspace();
        await().until(() -> {
            try (BrowserTab tab = sophiesTab(tenant, null)) {
                return tab.response().statusCode() == 200;
            }
        });
        await().until(() -> feed.browsers() == 0);
        return tenant;
    }

    /// A connection that takes little and reads nothing by itself.
    private Socket streamOf(TenantId workspace) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(15_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write(
                        "GET /api/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nX-Accueil-Workspace: %s\r\nConnection: close\r\n\r\n"
                                .formatted(sophiesToken(), workspace)
                                .getBytes(ISO_8859_1));
        return socket;
    }
}
