package fr.accueil.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The golden samples are the contract: what was published yesterday is read today, and written again without a
/// difference.
class GoldenSamplesTest {

    private static final Path GOLDEN = Path.of("src/main/resources/golden");

    static Stream<Path> samples() throws IOException {
        return list(GOLDEN);
    }

    /// As they were published before fields were added; readers must go on with them.
    static Stream<Path> yesterdays() throws IOException {
        return list(GOLDEN.resolve("yesterday"));
    }

    private static Stream<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void keeps_its_shape(Path sample) throws IOException {
        var bytes = Files.readAllBytes(sample);

        var rewritten = Wire.write(Wire.read(bytes));

        assertThat(Wire.json().readTree(rewritten)).isEqualTo(Wire.json().readTree(bytes));
    }

    @ParameterizedTest
    @MethodSource("yesterdays")
    void yesterdays_are_read_and_nothing_of_them_is_lost(Path sample) throws IOException {
        var bytes = Files.readAllBytes(sample);

        var rewritten = Wire.json().readTree(Wire.write(Wire.read(bytes)));

        assertThat(lostFrom(Wire.json().readTree(bytes), rewritten, "")).isEmpty();
    }

    @Test
    void every_event_has_a_sample() throws IOException {
        var sampled = samples().map(GoldenSamplesTest::typeOf).collect(Collectors.toSet());

        assertThat(sampled).containsExactlyInAnyOrderElementsOf(Wire.types().keySet());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_field_that_this_reader_does_not_know_is_ignored(Path sample) throws IOException {
        var bytes = Files.readAllBytes(sample);
        var newer = (ObjectNode) Wire.json().readTree(bytes);
        newer.put("tomorrow", "a new attribute");
        ((ObjectNode) newer.get("data")).put("tomorrow", "a new field");

        assertThat(Wire.read(Wire.json().writeValueAsBytes(newer))).isEqualTo(Wire.read(bytes));
    }

    @Test
    void a_type_that_this_reader_does_not_know_keeps_its_name() throws IOException {
        var newer = (ObjectNode) Wire.json().readTree(Files.readAllBytes(GOLDEN.resolve("message-sent.json")));
        newer.put("type", "MessageTranslated");

        var envelope = Wire.read(Wire.json().writeValueAsBytes(newer));

        assertThat(envelope.data()).isEqualTo(new AccueilEvent.Unknown("MessageTranslated"));
        assertThat(envelope.type()).isEqualTo("MessageTranslated");
    }

    @Test
    void a_number_that_yesterdays_event_does_not_have_is_zero() throws IOException {
        var older = (ObjectNode) Wire.json().readTree(Files.readAllBytes(GOLDEN.resolve("handover-requested.json")));
        ((ObjectNode) older.get("data")).remove("leaderNumber");

        var read = (AssistantEvent.HandoverRequested)
                Wire.read(Wire.json().writeValueAsBytes(older)).data();

        assertThat(read.leaderNumber()).isZero();
    }

    @Test
    void a_list_that_yesterdays_event_does_not_have_is_empty() throws IOException {
        var older = Wire.read(Files.readAllBytes(GOLDEN.resolve("yesterday/message-changed.json")));

        assertThat(((ChangeEvent.MessageChanged) older.data()).message().attachments())
                .isEmpty();
    }

    @Test
    void what_is_no_event_is_poison() {
        assertThatThrownBy(() -> Wire.read("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> Wire.read("bonjour".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> Wire.read(new byte[0])).isInstanceOf(UnreadableEvent.class);
    }

    private static List<String> lostFrom(JsonNode old, JsonNode now, String at) {
        if (!old.isObject()) {
            return old.equals(now) ? List.of() : List.of(at);
        }
        return old.propertyStream()
                .flatMap(it -> lostFrom(it.getValue(), now.path(it.getKey()), at + "/" + it.getKey()).stream())
                .toList();
    }

    private static String typeOf(Path sample) {
        try {
            return Wire.read(Files.readAllBytes(sample)).type();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
