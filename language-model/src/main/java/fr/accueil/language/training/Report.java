package fr.accueil.language.training;

import fr.accueil.language.intent.Intent;
import fr.accueil.language.intent.IntentReader;
import fr.accueil.language.model.Calibration;
import fr.accueil.language.model.Features;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;

/// Cross-validates every model on its training sentences and measures the built ones on evaluation sets.
///
/// Arguments: the folder of sentences, then the `intents.jsonl` files to measure with.
public final class Report {

    private static final int FOLDS = 5;

    private final PrintStream out;

    private Report(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        var report = new Report(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        for (var subject : Subject.values()) {
            report.crossValidate(subject, Path.of(arguments[0]));
        }
        var reader = report.load();
        for (int i = 1; i < arguments.length; i++) {
            var file = Path.of(arguments[i]);
            if (Files.exists(file)) {
                report.measure(reader, file);
            }
        }
    }

    private void crossValidate(Subject subject, Path training) {
        var examples = subject.examples(training);
        var labels = Trainer.labels(examples);
        var features =
                examples.stream().map(example -> Features.of(example.text())).toList();
        var validation =
                CrossValidation.of(examples, features, labels, subject.plan().withFolds(FOLDS));
        var calibration = validation.calibration();
        var scores = new Scores();
        for (int i = 0; i < examples.size(); i++) {
            var probabilities = calibration.probabilities(validation.decision(i));
            scores.add(
                    examples.get(i).text(),
                    Set.of(examples.get(i).label()),
                    subject == Subject.INTENTS ? gravest(labels, probabilities) : likeliest(labels, probabilities));
        }
        out.printf("%n%s, cross-validated in %d parts: %s", subject, FOLDS, scores.table());
        out.print(confidence(examples, labels, validation, calibration));
    }

    private static String gravest(List<String> labels, float[] probabilities) {
        var intents = new EnumMap<Intent, Float>(Intent.class);
        for (int i = 0; i < probabilities.length; i++) {
            intents.put(Intent.ofKey(labels.get(i)), probabilities[i]);
        }
        return Intent.gravest(intents).key();
    }

    private static String likeliest(List<String> labels, float[] probabilities) {
        return labels.get(best(probabilities));
    }

    private static int best(float[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return best;
    }

    /// Of those read with a confidence of about this, how many are right.
    private static String confidence(
            List<Example> examples, List<String> labels, CrossValidation validation, Calibration calibration) {
        var right = new int[10];
        var all = new int[10];
        for (int i = 0; i < examples.size(); i++) {
            var probabilities = calibration.probabilities(validation.decision(i));
            int best = best(probabilities);
            int tenth = Math.min(9, (int) (probabilities[best] * 10));
            all[tenth]++;
            right[tenth] += labels.get(best).equals(examples.get(i).label()) ? 1 : 0;
        }
        var line = new StringBuilder("  confidence → right:");
        for (int tenth = 0; tenth < 10; tenth++) {
            if (all[tenth] > 0) {
                line.append(String.format(" 0.%d → %.2f,", tenth, (double) right[tenth] / all[tenth]));
            }
        }
        return line.append(System.lineSeparator()).toString();
    }

    private IntentReader load() {
        long before = System.nanoTime();
        var reader = IntentReader.load();
        out.printf("%nloaded in %.0f ms%n", (System.nanoTime() - before) / 1e6);
        return reader;
    }

    private void measure(IntentReader reader, Path file) {
        var lines = JsonLines.read(file);
        var scores = new Scores();
        for (var line : lines) {
            var text = line.get("text").asString();
            var reading = reader.read(text);
            scores.add(
                    text, JsonLines.accepted(line, "intent"), reading.intent().key());
        }
        out.printf("%n%s: %s", file, scores.table());
        scores.errors().forEach(error -> out.println("  " + error));
        long before = System.nanoTime();
        for (var line : lines) {
            reader.read(line.get("text").asString());
        }
        out.printf("  %.0f µs a message%n", (System.nanoTime() - before) / 1e3 / lines.size());
    }
}
