package fr.accueil.simulator.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accueil.simulator.ledger.Fact.InboundRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

class LedgerTest {

    @TempDir
    Path home;

    private final List<Line> folded = new ArrayList<>();

    @Test
    void what_was_written_is_there_after_a_restart() throws IOException {
        var before = open();
        before.append(new InboundRead("SM1"));
        before.append(new InboundRead("SM2"));
        before.close();
        folded.clear();

        var after = open();

        assertThat(folded).extracting(Line::data).containsExactly(new InboundRead("SM1"), new InboundRead("SM2"));
        assertThat(after.append(new InboundRead("SM3")).n()).isEqualTo(3);
        after.close();
    }

    @Test
    void a_line_that_a_kill_cut_short_is_forgotten_and_the_next_one_stands_alone() throws IOException {
        var before = open();
        before.append(new InboundRead("SM1"));
        before.close();
        Files.writeString(file(), "{\"n\":2,\"at\":\"2026-11-22T1", StandardOpenOption.APPEND);
        folded.clear();

        var after = open();
        after.append(new InboundRead("SM2"));
        after.close();

        assertThat(Files.readAllLines(file())).hasSize(2).last().asString().contains("\"n\":2", "SM2");
        assertThat(folded).extracting(Line::data).containsExactly(new InboundRead("SM1"), new InboundRead("SM2"));
    }

    @Test
    void kinds_that_it_does_not_know_and_lines_it_cannot_read_are_kept_and_skipped() throws IOException {
        var lines = """
                {"n":1,"at":"2026-11-22T10:00:00Z","kind":"from-the-future","data":{"anything":1}}
                not json
                {"n":3,"at":"2026-11-22T10:00:00Z","kind":"inbound-read","data":{"sid":"SM3","more":true}}
                """;
        Files.createDirectories(file().getParent());
        Files.write(file(), lines.getBytes(UTF_8));

        var ledger = open();

        assertThat(ledger.read(0, "", 10).lines()).hasSize(3);
        assertThat(ledger.read(0, "inbound-read", 10).lines())
                .singleElement()
                .asString()
                .contains("SM3");
        assertThat(folded).last().extracting(Line::data).isEqualTo(new InboundRead("SM3"));
        ledger.close();
    }

    @Test
    void a_reader_goes_on_where_it_stopped_and_misses_nothing() throws IOException {
        var ledger = open();
        for (var i = 1; i <= 1200; i++) {
            ledger.append(new InboundRead("SM" + i));
        }
        var first = ledger.read(0, "", 1000);
        var second = ledger.read(first.next(), "", 1000);
        assertThat(first.lines()).hasSize(1000);
        assertThat(second.lines()).hasSize(200);
        assertThat(second.next()).isEqualTo(1200);

        ledger.follow(1198)
                .map(Line::n)
                .take(4)
                .as(StepVerifier::create)
                .expectNext(1199L, 1200L)
                .then(() -> ledger.append(new InboundRead("SM1201")))
                .then(() -> ledger.append(new InboundRead("SM1202")))
                .expectNext(1201L, 1202L)
                .verifyComplete();
        ledger.close();
    }

    @Test
    void two_simulators_never_write_one_ledger() throws IOException {
        var ledger = open();

        assertThatThrownBy(this::open).hasMessageContaining("Another simulator");
        ledger.close();
    }

    private Ledger open() {
        return new Ledger(
                new LedgerSettings(home), JsonMapper.builder().build(), Clock.systemUTC(), List.of(folded::add));
    }

    private Path file() {
        return home.resolve("simulator/ledger.jsonl");
    }
}
