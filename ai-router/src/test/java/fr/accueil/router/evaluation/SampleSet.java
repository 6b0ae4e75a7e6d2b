package fr.accueil.router.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a folder holds to measure with. Every file may be missing.
///
/// @param faqs by vertical
/// @param catalogues by vertical
record SampleSet(
        Map<String, List<FaqLine>> faqs,
        Map<String, List<ServiceLine>> catalogues,
        List<FaqQuery> queries,
        List<FirstMessage> messages,
        List<SlotAnswer> answers,
        List<Scenario> scenarios) {

    private static final Pattern FAQ_FILE = Pattern.compile("faqs_(.+)\\.jsonl");

    record FaqLine(String id, String question, String answer, List<String> variants) {}

    /// @param minutes null where the catalogue gives no duration
    record ServiceLine(String key, String label, @Nullable Integer minutes, List<String> synonyms) {}

    record FaqQuery(
            String id,
            String vertical,
            String text,
            Wanted wanted,
            @Nullable String nearMiss) {}

    record FirstMessage(String id, String vertical, String text, Wanted intent) {}

    /// @param mustContain the groups of words of which the need must have one each; empty for all else
    record SlotAnswer(
            String id,
            String asked,
            @Nullable String vertical,
            String text,
            Wanted wanted,
            List<List<String>> mustContain) {}

    /// @param json the whole line, for what the player looks up by itself
    record Scenario(String id, String vertical, String title, OffsetDateTime now, JsonNode json) {

        List<JsonNode> turns() {
            return List.copyOf(json.path("turns").values());
        }

        JsonNode end() {
            return json.path("final");
        }
    }

    static SampleSet in(Path folder) throws IOException {
        return new SampleSet(
                faqs(folder),
                catalogues(Json.file(folder.resolve("services_catalog.json"))),
                Json.lines(folder.resolve("faq_queries.jsonl")).stream()
                        .map(SampleSet::query)
                        .toList(),
                Json.lines(folder.resolve("intents.jsonl")).stream()
                        .map(SampleSet::message)
                        .toList(),
                Json.lines(folder.resolve("slots.jsonl")).stream()
                        .map(SampleSet::answer)
                        .toList(),
                Json.lines(folder.resolve("dialogues.jsonl")).stream()
                        .map(SampleSet::scenario)
                        .toList());
    }

    /// All that are spoken of, in a steady order.
    Set<String> verticals() {
        var all = new LinkedHashSet<>(catalogues.keySet());
        all.addAll(faqs.keySet());
        queries.forEach(it -> all.add(it.vertical()));
        messages.forEach(it -> all.add(it.vertical()));
        scenarios.forEach(it -> all.add(it.vertical()));
        return all;
    }

    private static Map<String, List<FaqLine>> faqs(Path folder) throws IOException {
        var all = new LinkedHashMap<String, List<FaqLine>>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var name = FAQ_FILE.matcher(file.getFileName().toString());
                if (name.matches()) {
                    all.put(
                            name.group(1),
                            Json.lines(file).stream().map(SampleSet::faq).toList());
                }
            }
        }
        return all;
    }

    private static FaqLine faq(JsonNode line) {
        return new FaqLine(
                Json.required(line, "id"),
                Json.required(line, "question"),
                Json.required(line, "answer"),
                Json.texts(line.path("variants")));
    }

    private static Map<String, List<ServiceLine>> catalogues(JsonNode file) {
        var all = new LinkedHashMap<String, List<ServiceLine>>();
        file.properties()
                .forEach(vertical -> all.put(
                        vertical.getKey(),
                        vertical.getValue().properties().stream()
                                .map(it -> service(it.getKey(), it.getValue()))
                                .toList()));
        return all;
    }

    /// The label alone, or an object with `label` and perhaps `duration_minutes` and `synonyms`.
    private static ServiceLine service(String key, JsonNode value) {
        if (!value.isObject()) {
            return new ServiceLine(key, value.asString(), null, List.of());
        }
        var minutes = value.path("duration_minutes");
        return new ServiceLine(
                key,
                Json.required(value, "label"),
                minutes.isNumber() ? minutes.asInt() : null,
                Json.texts(value.path("synonyms")));
    }

    private static FaqQuery query(JsonNode line) {
        return new FaqQuery(
                Json.required(line, "id"),
                Json.required(line, "vertical"),
                Json.required(line, "text"),
                Wanted.of(line, "expected_faq"),
                Json.text(line, "near_miss"));
    }

    private static FirstMessage message(JsonNode line) {
        return new FirstMessage(
                Json.required(line, "id"),
                Json.required(line, "vertical"),
                Json.required(line, "text"),
                Wanted.of(line, "intent"));
    }

    private static SlotAnswer answer(JsonNode line) {
        var groups = new ArrayList<List<String>>();
        for (var group : line.path("expected").path("must_contain").values()) {
            groups.add(Json.texts(group));
        }
        return new SlotAnswer(
                Json.required(line, "id"),
                Json.required(line, "asked"),
                Json.text(line, "vertical"),
                Json.required(line, "text"),
                Wanted.of(line, "expected"),
                List.copyOf(groups));
    }

    private static Scenario scenario(JsonNode line) {
        var title = Json.text(line, "title");
        return new Scenario(
                Json.required(line, "id"),
                Json.required(line, "vertical"),
                title == null ? "" : title,
                OffsetDateTime.parse(Json.required(line, "now")),
                line);
    }
}
