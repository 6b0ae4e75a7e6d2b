package fr.accueil.language.training;

import fr.accueil.language.faq.FaqEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A made-up business: its FAQ, and what customers ask it.
record FaqBusiness(String name, List<FaqEntry> entries, List<AskedQuestion> questions) {

    /// The businesses to train on.
    static List<FaqBusiness> training(Path folder) {
        var businesses = new LinkedHashMap<String, FaqBusiness>();
        for (var line : JsonLines.read(folder, "business-faqs")) {
            of(line.get("business").asString(), businesses).entries().add(entry(line));
        }
        for (var line : JsonLines.read(folder, "business-questions")) {
            var settledBy = new LinkedHashSet<String>();
            line.get("settled_by").forEach(id -> settledBy.add(id.asString()));
            of(line.get("business").asString(), businesses)
                    .questions()
                    .add(new AskedQuestion(line.get("text").asString(), settledBy));
        }
        return List.copyOf(businesses.values());
    }

    /// The same business had it a shorter FAQ: what other entries settle is then settled by none. Half of the questions
    /// of entries that are left out are asked all the same.
    ///
    /// @param parts into how many the entries are dealt out
    FaqBusiness part(int part, int parts) {
        var kept = new ArrayList<FaqEntry>();
        var ids = new HashSet<String>();
        for (int i = part; i < entries.size(); i += parts) {
            kept.add(entries.get(i));
            ids.add(entries.get(i).id());
        }
        var asked = new ArrayList<AskedQuestion>();
        for (int i = 0; i < questions.size(); i++) {
            var settledBy = new LinkedHashSet<>(questions.get(i).settledBy());
            settledBy.retainAll(ids);
            if (!settledBy.isEmpty() || i % (2 * parts) == part) {
                asked.add(new AskedQuestion(questions.get(i).text(), settledBy));
            }
        }
        return new FaqBusiness(name, kept, asked);
    }

    /// The businesses of a set in the format of the measure.
    static List<FaqBusiness> measured(Path folder) {
        var businesses = new LinkedHashMap<String, FaqBusiness>();
        for (var vertical : List.of("beauty", "services")) {
            var file = folder.resolve("faqs_" + vertical + ".jsonl");
            if (file.toFile().exists()) {
                JsonLines.read(file)
                        .forEach(line -> of(vertical, businesses).entries().add(entry(line)));
            }
        }
        for (var line : JsonLines.read(folder.resolve("faq_queries.jsonl"))) {
            var settledBy = new LinkedHashSet<String>();
            if (!line.path("expected_faq").isNull()) {
                settledBy.add(line.get("expected_faq").asString());
            }
            line.path("accept").forEach(id -> settledBy.add(id.asString()));
            of(line.get("vertical").asString(), businesses)
                    .questions()
                    .add(new AskedQuestion(line.get("text").asString(), settledBy));
        }
        return List.copyOf(businesses.values());
    }

    private static FaqBusiness of(String name, LinkedHashMap<String, FaqBusiness> businesses) {
        return businesses.computeIfAbsent(name, _ -> new FaqBusiness(name, new ArrayList<>(), new ArrayList<>()));
    }

    private static FaqEntry entry(JsonNode line) {
        return new FaqEntry(
                line.get("id").asString(),
                line.get("question").asString(),
                line.get("answer").asString());
    }
}
