package fr.accueil.router.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as a set has it. What is not there is nothing, and what nobody knows is skipped.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Json() {}

    /// Empty when there is no such file.
    static List<JsonNode> lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        var lines = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(file)) {
            var json = line.replace(BYTE_ORDER_MARK, "");
            if (!json.isBlank()) {
                lines.add(read(json));
            }
        }
        return List.copyOf(lines);
    }

    /// An empty object when there is no such file.
    static JsonNode file(Path file) throws IOException {
        return read(Files.exists(file) ? Files.readString(file).replace(BYTE_ORDER_MARK, "") : "{}");
    }

    static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }

    static @Nullable String text(JsonNode node, String name) {
        return text(node.path(name));
    }

    static @Nullable String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asString() : null;
    }

    static String required(JsonNode node, String name) {
        var text = text(node, name);
        if (text == null) {
            throw new IllegalArgumentException("\"%s\" is missing in %s".formatted(name, node));
        }
        return text;
    }

    /// The texts of an array, or the one that stands for it; nulls are left out.
    static List<String> texts(JsonNode value) {
        var texts = new ArrayList<String>();
        var all = value.isArray() ? List.copyOf(value.values()) : List.of(value);
        for (var one : all) {
            var text = text(one);
            if (text != null) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    static void write(Path file, List<? extends Map<String, ?>> lines) throws IOException {
        var text = new StringBuilder();
        for (var line : lines) {
            text.append(MAPPER.writeValueAsString(line)).append('\n');
        }
        Files.writeString(file, text);
    }

    static void write(Path file, Map<String, ?> whole) throws IOException {
        Files.writeString(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(whole) + "\n");
    }
}
