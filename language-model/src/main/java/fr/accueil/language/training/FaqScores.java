package fr.accueil.language.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// The four scores of the measure, for answers with a log-odds: what they are depends on from which one on is answered.
final class FaqScores {

    private final List<Said> all = new ArrayList<>();

    /// @param settled whether any entry settles the question, @param right whether the nearest is one of them
    record Said(String text, String nearest, double logOdds, boolean settled, boolean right) {}

    void add(Said said) {
        all.add(said);
    }

    List<Said> all() {
        return List.copyOf(all);
    }

    double right(double certain) {
        return share(said -> said.settled(), said -> said.logOdds() >= certain && said.right());
    }

    double wrong(double certain) {
        return share(said -> said.settled(), said -> said.logOdds() >= certain && !said.right());
    }

    double falseAnswers(double certain) {
        return share(said -> !said.settled(), said -> said.logOdds() >= certain);
    }

    double rightFirst() {
        return share(said -> said.settled(), Said::right);
    }

    /// Right answers and refusals less wrong and false answers.
    double use(double certain) {
        double sum = 0;
        for (var said : all) {
            boolean answered = said.logOdds() >= certain;
            boolean good = answered ? said.right() : !said.settled();
            sum += good ? 1 : answered ? -1 : 0;
        }
        return sum / all.size();
    }

    private double share(Predicate<Said> among, Predicate<Said> those) {
        double count = all.stream().filter(among).count();
        return count == 0 ? 0 : all.stream().filter(among.and(those)).count() / count;
    }

    /// The least log-odds from which on at most this share of false and of wrong answers is given.
    double from(double share) {
        double certain = -4;
        while (certain < 8 && (falseAnswers(certain) > share || wrong(certain) > share)) {
            certain += 0.05;
        }
        return certain;
    }

    List<String> errors(double certain) {
        return all.stream()
                .filter(said -> said.logOdds() >= certain ? !said.right() : said.settled())
                .map(said -> String.format(
                        Locale.ROOT,
                        "  %s %.2f %s: %s",
                        said.logOdds() < certain
                                ? said.right() ? "missed" : "MISSED"
                                : said.settled() ? "wrong" : "false",
                        said.logOdds(),
                        said.nearest(),
                        said.text()))
                .toList();
    }

    String line(double certain) {
        return String.format(
                Locale.ROOT,
                "%d questions, right first %.3f; from %.2f on: right %.3f wrong %.3f missed %.3f false %.3f, use %.3f",
                all.size(),
                rightFirst(),
                certain,
                right(certain),
                wrong(certain),
                1 - right(certain) - wrong(certain),
                falseAnswers(certain),
                use(certain));
    }
}
