package fr.accueil.language.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How many of the written evaluation sentences are read right. The floors keep what was reached.
class SlotsMeasureTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-10T10:15+01:00[Europe/Paris]");
    private static final double FLOOR = 0.93;

    private final Extractor extractor = new Extractor();

    private static final class Tally {
        private int right;
        private int wrong;
        private int missed;

        private double accuracy() {
            return (double) right / (right + wrong + missed);
        }
    }

    @Test
    void the_development_sentences_are_read_right() throws IOException {
        measure(Path.of("../ai-router/evaluation"), FLOOR);
    }

    @Test
    void the_sample_sentences_are_read_right() throws IOException {
        measure(Path.of("../../shared/nlu"), FLOOR);
    }

    private void measure(Path folder, double floor) throws IOException {
        assumeThat(folder.resolve("slots.jsonl")).exists();
        var catalogues = Json.object(Files.readString(folder.resolve("services_catalog.json")));
        var tallies = new TreeMap<String, Tally>();
        var errors = new ArrayList<String>();
        for (var line : Files.readAllLines(folder.resolve("slots.jsonl"))) {
            var sentence = Json.object(line);
            var tally = tallies.computeIfAbsent(text(sentence, "asked"), asked -> new Tally());
            var found = read(sentence, catalogues);
            if (isRight(sentence, found)) {
                tally.right++;
                continue;
            }
            tally.wrong += found == null ? 0 : 1;
            tally.missed += found == null ? 1 : 0;
            errors.add(text(sentence, "asked") + " | " + text(sentence, "text") + " | expected "
                    + sentence.get("expected") + " | found " + found);
        }
        var report = tallies.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%-9s %.3f  right %d, wrong %d, not found %d",
                        entry.getKey(),
                        entry.getValue().accuracy(),
                        entry.getValue().right,
                        entry.getValue().wrong,
                        entry.getValue().missed))
                .collect(Collectors.joining("\n", folder + "\n", "\n" + String.join("\n", errors)));
        Files.writeString(Path.of("target", "slots-" + folder.getFileName() + ".txt"), report);
        assertThat(tallies)
                .as(report)
                .allSatisfy((asked, tally) -> assertThat(tally.accuracy()).isGreaterThanOrEqualTo(floor));
    }

    private @Nullable String read(Map<?, ?> sentence, Map<?, ?> catalogues) {
        var said = text(sentence, "text");
        Extraction<?> found = switch (text(sentence, "asked")) {
            case "date" -> extractor.day(said, NOW);
            case "time" -> extractor.hour(said, NOW);
            case "datetime" -> extractor.moment(said, NOW);
            case "name" -> extractor.name(said);
            case "email" -> extractor.email(said);
            case "phone" -> extractor.phone(said);
            case "service" -> extractor.service(said, catalogue(catalogues, text(sentence, "vertical")));
            case "need" -> extractor.need(said);
            case "yes_no" -> extractor.agreement(said);
            default -> throw new IllegalArgumentException("asked: " + sentence.get("asked"));
        };
        return found.asOptional().map(Object::toString).orElse(null);
    }

    private static ServiceCatalogue catalogue(Map<?, ?> catalogues, String vertical) {
        var labels = (Map<?, ?>) Objects.requireNonNull(catalogues.get(vertical));
        return new ServiceCatalogue(labels.entrySet().stream()
                .map(entry -> new ServiceCatalogue.Entry((String) entry.getKey(), (String) entry.getValue(), List.of()))
                .toList());
    }

    private static boolean isRight(Map<?, ?> sentence, @Nullable String found) {
        var expected = sentence.get("expected");
        if (expected instanceof Map<?, ?> need) {
            return found != null
                    && containsAll(Words.fold(found), (List<?>) Objects.requireNonNull(need.get("must_contain")));
        }
        var accepted = new ArrayList<@Nullable Object>();
        accepted.add(expected);
        if (sentence.get("accept") instanceof List<?> others) {
            accepted.addAll(others);
        }
        return accepted.stream().anyMatch(value -> same((String) value, found));
    }

    private static boolean same(@Nullable String expected, @Nullable String found) {
        return expected == null || found == null
                ? Objects.equals(expected, found)
                : expected.strip().equalsIgnoreCase(found.strip());
    }

    private static boolean containsAll(String found, List<?> groups) {
        return groups.stream()
                .allMatch(group -> ((List<?>) Objects.requireNonNull(group))
                        .stream().anyMatch(word -> found.contains(Words.fold((String) Objects.requireNonNull(word)))));
    }

    private static String text(Map<?, ?> sentence, String field) {
        return (String) Objects.requireNonNull(sentence.get(field));
    }
}
