package fr.accueil.language.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the files of sentences: one JSON object a line.
final class JsonLines {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonLines() {}

    /// The files whose names begin with this, in the order of their names, so that every machine trains in one order.
    static List<JsonNode> read(Path folder, String beginning) {
        try (var files = Files.list(folder)) {
            var lines = new ArrayList<JsonNode>();
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                if (name.startsWith(beginning) && name.endsWith(".jsonl")) {
                    lines.addAll(read(file));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(JSON::readTree)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Each sentence once with each label: what was written twice shall not count twice.
    static List<Example> examples(Path folder, String beginning, String label) {
        return read(folder, beginning).stream()
                .filter(line -> line.has(label))
                .map(line ->
                        new Example(line.get("text").asString(), line.get(label).asString()))
                .distinct()
                .toList();
    }

    /// What is right for a sentence of an evaluation set: its label and those that are accepted too.
    static Set<String> accepted(JsonNode line, String label) {
        var right = new java.util.LinkedHashSet<String>();
        right.add(line.get(label).asString());
        line.path("accept").forEach(other -> right.add(other.asString()));
        return right;
    }
}
