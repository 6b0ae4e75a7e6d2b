package fr.accueil.language.training;

import fr.accueil.language.model.LinearModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// What models are trained to tell, each from the training files whose names begin with its name.
enum Subject {
    INTENTS("intent", new Plan(1, 1, 0.02, 3, Map.of())),
    MOOD("mood", Plan.USUAL),
    URGENCY("urgency", Plan.USUAL),
    SENSITIVE("sensitive", Plan.USUAL),
    LANGUAGES("language", Plan.USUAL);

    private static final int EACH = 8;

    private final String label;
    private final Plan plan;

    Subject(String label, Plan plan) {
        this.label = label;
        this.plan = plan;
    }

    String file() {
        return name().toLowerCase(Locale.ROOT) + ".model";
    }

    Plan plan() {
        return plan;
    }

    List<Example> examples(Path training) {
        var examples = new ArrayList<>(JsonLines.examples(training, name().toLowerCase(Locale.ROOT) + "-", label));
        if (this == INTENTS) {
            examples.addAll(questions(training));
        }
        return examples;
    }

    /// Some of the questions about the fine topics: customers ask for information about far more than the intent files
    /// have.
    /// All of them would drown the other intents.
    private static List<Example> questions(Path training) {
        var questions = JsonLines.examples(training, "topic-questions-", "topic");
        return IntStream.range(0, questions.size() / EACH)
                .mapToObj(i -> new Example(questions.get(i * EACH).text(), "faq"))
                .toList();
    }

    LinearModel train(Path training) {
        return Trainer.train(examples(training), plan);
    }
}
