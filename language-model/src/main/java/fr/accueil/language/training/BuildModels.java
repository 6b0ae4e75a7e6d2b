package fr.accueil.language.training;

import fr.accueil.language.model.LinearModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Trains every model of the local engine and writes it where the jar takes it from.
///
/// Arguments: the folder of sentences, the folder of classes.
public final class BuildModels {

    private static final String PACKAGE = "fr/accueil/language/models";

    private BuildModels() {}

    public static void main(String[] arguments) throws IOException {
        var training = Path.of(arguments[0]);
        var models = Files.createDirectories(Path.of(arguments[1]).resolve(PACKAGE));
        for (var subject : Subject.values()) {
            write(subject.train(training), models.resolve(subject.file()));
        }
        try (var out = Files.newOutputStream(models.resolve("faq.model"))) {
            FaqTraining.of(training).model().write(out);
        }
    }

    private static void write(LinearModel model, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            model.write(out);
        }
    }
}
