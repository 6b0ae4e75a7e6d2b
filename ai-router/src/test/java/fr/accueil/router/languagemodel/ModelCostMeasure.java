package fr.accueil.router.languagemodel;

import dev.langchain4j.model.openai.OpenAiTokenCountEstimator;
import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Wire;
import fr.accueil.language.extraction.ServiceCatalogue;
import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.knowledge.FaqIndex;
import fr.accueil.router.understanding.Intent;
import fr.accueil.router.understanding.LocalReader;
import fr.accueil.router.understanding.MessageReader;
import fr.accueil.router.understanding.Offer;
import fr.accueil.router.understanding.Question;
import fr.accueil.router.understanding.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// What a language model costs per 100 messages of a measure's `intents.jsonl` and `faq_queries.jsonl`, with the local
/// engine answering first and without: `ModelCostMeasure folder`. The model is faked, over HTTP; its tokens are counted
/// as
/// OpenAI counts them, and every call is answered with a FAQ in full, which is long.
final class ModelCostMeasure {

    private static final OpenAiTokenCountEstimator TOKENS = new OpenAiTokenCountEstimator("gpt-4o-mini");

    private ModelCostMeasure() {}

    static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var questions = questions(folder);
        IO.println("%-22s %9s %6s %14s %14s".formatted("", "messages", "calls", "tokens read", "tokens written"));
        report("local engine first", questions, new LocalReader());
        report("model alone", questions, _ -> Mono.just(Reception.unsure(Intent.FAQ)));
        atOnce(questions);
    }

    private static void report(String name, List<Question> questions, MessageReader local) {
        try (var reception = new Reception()) {
            reception.locally(local);
            for (var question : questions) {
                reception.reads(question);
            }
            var requests = reception.model.requests();
            long read = requests.stream()
                    .mapToLong(it -> TOKENS.estimateTokenCountInText(it.replace("\\n", "\n")))
                    .sum();
            long written = reception.model.said().stream()
                    .mapToLong(TOKENS::estimateTokenCountInText)
                    .sum();
            double hundreds = questions.size() / 100.0;
            IO.println("%-22s %9d %6.0f %14.0f %14.0f"
                    .formatted(
                            name + ", per 100",
                            questions.size(),
                            requests.size() / hundreds,
                            read / hundreds,
                            written / hundreds));
        }
    }

    /// 20 conversations at once, with a model that takes 2 s and default settings.
    private static void atOnce(List<Question> questions) {
        try (var reception = new Reception("patience.call", "3500ms", "concurrency", "32")) {
            reception.model.slowedBy(Duration.ofSeconds(2));
            var times = Flux.fromIterable(questions.subList(0, Math.min(100, questions.size())))
                    .flatMap(
                            question -> Mono.defer(() -> {
                                var began = System.nanoTime();
                                return reception.reader().read(question).map(_ -> System.nanoTime() - began);
                            }),
                            20)
                    .sort()
                    .collectList()
                    .blockOptional()
                    .orElseThrow();
            IO.println("a model of 2 s, 20 at once: p50 %d ms, p95 %d ms, %d of %d in time"
                    .formatted(
                            times.get(times.size() / 2) / 1_000_000,
                            times.get(times.size() * 95 / 100) / 1_000_000,
                            times.size() - (int) reception.fallbacks(Fallback.SLOW),
                            times.size()));
        }
    }

    private static List<Question> questions(Path folder) throws IOException {
        var businesses = Map.of("beauty", business(folder, "beauty"), "services", business(folder, "services"));
        var offers = Map.of("beauty", offer(folder, "beauty"), "services", offer(folder, "services"));
        return Stream.concat(
                        lines(folder.resolve("intents.jsonl")).stream(),
                        lines(folder.resolve("faq_queries.jsonl")).stream())
                .map(line -> {
                    var vertical = line.path("vertical").stringValue("beauty");
                    return new Question(
                            Objects.requireNonNull(businesses.get(vertical)),
                            List.of(),
                            List.of(line.path("text").stringValue("")),
                            Scene.opening(Reception.NOW, Objects.requireNonNull(offers.get(vertical))));
                })
                .toList();
    }

    /// A set need not have the FAQs of both.
    private static Business business(Path folder, String vertical) throws IOException {
        var file = folder.resolve("faqs_" + vertical + ".jsonl");
        var faqs = Files.exists(file) ? lines(file) : List.<JsonNode>of();
        return new Business(
                TenantId.of(new UUID(1, 1)),
                vertical,
                true,
                FaqIndex.of(faqs.stream().map(ModelCostMeasure::toFaq).toList()));
    }

    private static Offer offer(Path folder, String vertical) throws IOException {
        var labels = new HashMap<String, String>();
        Wire.json()
                .readTree(Files.readString(folder.resolve("services_catalog.json")))
                .path(vertical)
                .properties()
                .forEach(it -> labels.put(it.getKey(), it.getValue().stringValue("")));
        return new Offer(ServiceCatalogue.of(labels), List.of());
    }

    private static Faq toFaq(JsonNode line) {
        var variants = new ArrayList<String>();
        line.path("variants").forEach(it -> variants.add(it.stringValue("")));
        return new Faq(
                FaqId.of(Ids.computed(new UUID(0, 0), line.path("id").stringValue(""))),
                line.path("question").stringValue(""),
                line.path("answer").stringValue(""),
                List.copyOf(variants));
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> Wire.json().readTree(line))
                .toList();
    }
}
