package fr.accueil.language.training;

import fr.accueil.language.model.LinearModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What models are trained to tell, each from the training files whose names begin with its name.
enum Subject {
    INTENTS("intent", Plan.USUAL);

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
        return JsonLines.examples(training, name().toLowerCase(Locale.ROOT) + "-", label);
    }

    LinearModel train(Path training) {
        return Trainer.train(examples(training), plan);
    }
}
