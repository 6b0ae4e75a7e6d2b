package fr.accueil.router.knowledge;

import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.events.Wire;
import fr.accueil.language.faq.Caution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The four figures of FAQ retrieval over a set of questions: lines of `{text, expected_faq, accept?}`.
///
/// @param falsely answered though no FAQ settles it: the costliest error
record FaqMeasure(int answerable, int right, int wrong, int missed, int unanswerable, int falsely) {

    static FaqMeasure of(Path faqs, Path queries, Caution caution, boolean explain) throws IOException {
        var index = FaqIndex.of(lines(faqs).stream().map(FaqMeasure::toFaq).toList(), caution);
        int answerable = 0;
        int right = 0;
        int wrong = 0;
        int missed = 0;
        int unanswerable = 0;
        int falsely = 0;
        for (var query : lines(queries)) {
            var text = query.path("text").stringValue("");
            var found = index.find(text).settling();
            var wanted = accepted(query);
            var said = found.stream().map(match -> match.faq().question()).toList();
            var hit = !found.isEmpty()
                    && found.stream()
                            .allMatch(match -> wanted.contains(match.faq().id()));
            if (wanted.isEmpty()) {
                unanswerable++;
                falsely += !found.isEmpty() ? 1 : 0;
            } else {
                answerable++;
                right += hit ? 1 : 0;
                missed += found.isEmpty() ? 1 : 0;
                wrong += !found.isEmpty() && !hit ? 1 : 0;
            }
            if (explain && (wanted.isEmpty() ? !found.isEmpty() : !hit)) {
                var best = index.search(text).stream()
                        .limit(2)
                        .map(it -> "%.2f %s".formatted(it.score(), it.faq().question()))
                        .toList();
                IO.println((wanted.isEmpty() ? "FALSE  " : !found.isEmpty() ? "WRONG  " : "missed ") + text + " -> "
                        + said + "   " + best);
            }
        }
        return new FaqMeasure(answerable, right, wrong, missed, unanswerable, falsely);
    }

    /// `FaqMeasure faqs.jsonl queries.jsonl`: under each caution, and what goes wrong under the usual one
    static void main(String[] files) throws IOException {
        for (var caution : Caution.values()) {
            IO.println(caution + " " + of(Path.of(files[0]), Path.of(files[1]), caution, caution == Caution.USUAL));
        }
    }

    private static Set<FaqId> accepted(JsonNode query) {
        var ids = new HashSet<FaqId>();
        if (query.hasNonNull("expected_faq")) {
            ids.add(id(query.path("expected_faq")));
        }
        query.path("accept").forEach(it -> ids.add(id(it)));
        return ids;
    }

    private static Faq toFaq(JsonNode line) {
        var variants = new ArrayList<String>();
        line.path("variants").forEach(it -> variants.add(it.stringValue("")));
        return new Faq(
                id(line.path("id")),
                line.path("question").stringValue(""),
                line.path("answer").stringValue(""),
                List.copyOf(variants));
    }

    private static FaqId id(JsonNode name) {
        return FaqId.of(Ids.computed(new java.util.UUID(0, 0), name.stringValue("")));
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> Wire.json().readTree(line))
                .toList();
    }
}
