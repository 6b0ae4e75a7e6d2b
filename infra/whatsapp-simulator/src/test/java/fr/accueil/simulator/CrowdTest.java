package fr.accueil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/// Many customers at once, as the faults of the journeys have them: nothing is lost on the way, and the ledger can be
/// read in pages while it grows.
class CrowdTest extends SimulatorTest {

    private static final int CUSTOMERS = 50;
    private static final int EACH = 10;
    private static final int AT_ONCE = 16;

    @Test
    void what_fifty_customers_write_and_get_stands_in_the_ledger_once() {
        var before =
                get("/simulator/ledger?limit=10000&kind=nothing").path("next").asLong();
        var phones = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> "whatsapp:+33639984%03d".formatted(i))
                .toList();
        phones.forEach(it -> add(it));

        var written = Flux.range(0, EACH)
                .concatMap(round -> Flux.fromIterable(phones).map(it -> it + "#" + round))
                .flatMap(it -> Mono.fromCallable(() -> exchange(it)).subscribeOn(Schedulers.boundedElastic()), AT_ONCE)
                .collectList()
                .block(Duration.ofMinutes(2));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(paged(before, "phone-received")).hasSize(CUSTOMERS * EACH));
        assertThat(paged(before, "phone-received"))
                .extracting(it -> it.path("data").path("body").asString())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Objects.requireNonNull(written));
        assertThat(paged(before, "phone-sent")).hasSize(CUSTOMERS * EACH);
        assertThat(RECEIVER.webhooks()).hasSize(CUSTOMERS * EACH);
    }

    /// One message in, one message out.
    private String exchange(String name) {
        var phone = name.split("#", 2)[0];
        writes(phone, CAMELIA, "Question " + name);
        var answer = "Réponse " + name;
        accepted(message(phone, answer));
        return answer;
    }

    private void add(String address) {
        http.post()
                .uri("/simulator/phones")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("name", "Client", "address", address))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private List<JsonNode> paged(long after, String kind) {
        var lines = new ArrayList<JsonNode>();
        var from = after;
        while (true) {
            var page = get("/simulator/ledger?limit=97&kind=" + kind + "&after=" + from);
            StreamSupport.stream(page.path("items").spliterator(), false).forEach(lines::add);
            if (page.path("items").isEmpty()) {
                return lines;
            }
            from = page.path("next").asLong();
        }
    }
}
