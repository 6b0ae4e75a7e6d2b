package fr.accueil.language.training;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// Prints what the FAQ decision reaches: on made-up businesses that it was not trained on, and on sets in the format of
/// the
/// measure.
///
/// Arguments: the folder of sentences, then the sets; `-errors` before a set lists what went wrong there, too.
public final class MeasureFaqs {

    private MeasureFaqs() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        var training = FaqTraining.of(Path.of(arguments[0]));
        var unseen = training.unseen();
        double certain = unseen.from(FaqTraining.MOST_FALSE);
        out.println("unseen businesses: " + unseen.line(certain));
        for (double share : List.of(0.03, 0.06)) {
            out.println("   at most " + share + " false: " + unseen.line(unseen.from(share)));
        }
        var trees = training.trees(_ -> true);
        boolean errors = false;
        for (var argument : List.of(arguments).subList(1, arguments.length)) {
            if (argument.equals("-errors")) {
                errors = true;
                unseen.errors(certain).forEach(out::println);
            } else {
                var scores = training.scores(FaqBusiness.measured(Path.of(argument)), trees);
                out.println(argument + ": " + scores.line(certain));
                for (double share : List.of(0.03, 0.06)) {
                    out.println("   " + scores.line(unseen.from(share)));
                }
                if (errors) {
                    scores.errors(certain).forEach(out::println);
                }
            }
        }
    }
}
