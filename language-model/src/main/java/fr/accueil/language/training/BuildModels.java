package fr.accueil.language.training;

import fr.accueil.language.model.LinearModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Trains every model of the local engine and writes it where the jar takes it from; nothing to do when the sentences
/// and the code are those that the models there were trained from.
///
/// Arguments: the folder of sentences, the folder of classes.
public final class BuildModels {

    private static final String PACKAGE = "fr/accueil/language/models";

    private BuildModels() {}

    public static void main(String[] arguments) throws IOException {
        var training = Path.of(arguments[0]);
        var models = Files.createDirectories(Path.of(arguments[1]).resolve(PACKAGE));
        var origin = Origin.of(partsOf(training));
        if (origin.isOf(models)) {
            return;
        }
        Origin.forget(models);
        for (var subject : Subject.values()) {
            write(subject.train(training), models.resolve(subject.file()));
        }
        try (var out = Files.newOutputStream(models.resolve("faq.model"))) {
            FaqTraining.of(training).model().write(out);
        }
        origin.keep(models);
    }

    private static List<Path> partsOf(Path training) {
        var code = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of);
        return Stream.concat(Stream.of(training), code).toList();
    }

    private static void write(LinearModel model, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            model.write(out);
        }
    }
}
