package fr.accueil.router.evaluation;

import fr.accueil.router.evaluation.SampleSet.FaqQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How well questions find the FAQ that settles them, or none. All four shares are always told: who always answers is
/// right often, and wrong.
///
/// @param refused rightly: nothing returned where nothing settles it
/// @param falsely answered though no FAQ settles it: the costliest error
record FaqScore(int answerable, int right, int wrong, int missed, int unanswerable, int refused, int falsely) {

    /// @param predicted the FAQs returned, by their ids in the set; none for a refusal
    record Answer(FaqQuery query, List<String> predicted, double confidence, double milliseconds) {

        Answer {
            predicted = List.copyOf(predicted);
        }

        Outcome outcome() {
            var wanted = query.wanted();
            if (predicted.isEmpty()) {
                return wanted.expected() == null ? Outcome.REFUSED : wanted.nothing() ? Outcome.RIGHT : Outcome.MISSED;
            }
            if (wanted.values().containsAll(predicted)) {
                return wanted.expected() == null ? Outcome.REFUSED : Outcome.RIGHT;
            }
            return wanted.expected() == null ? Outcome.FALSE : Outcome.WRONG;
        }
    }

    enum Outcome {
        RIGHT,
        WRONG,
        MISSED,
        REFUSED,
        FALSE
    }

    static FaqScore of(List<Answer> answers) {
        int right = count(answers, Outcome.RIGHT);
        int wrong = count(answers, Outcome.WRONG);
        int missed = count(answers, Outcome.MISSED);
        int refused = count(answers, Outcome.REFUSED);
        int falsely = count(answers, Outcome.FALSE);
        return new FaqScore(right + wrong + missed, right, wrong, missed, refused + falsely, refused, falsely);
    }

    private static int count(List<Answer> answers, Outcome outcome) {
        return (int) answers.stream().filter(it -> it.outcome() == outcome).count();
    }

    double rightShare() {
        return Shares.of(right, answerable);
    }

    double wrongShare() {
        return Shares.of(wrong, answerable);
    }

    double missedShare() {
        return Shares.of(missed, answerable);
    }

    double falseShare() {
        return Shares.of(falsely, unanswerable);
    }

    /// Answered right and rightly refused, less wrong and false answers, over all.
    double useful() {
        return Shares.of(right + refused - wrong - falsely, answerable + unanswerable);
    }

    Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("answerable", answerable);
        map.put("unanswerable", unanswerable);
        map.put("answered_right", Shares.rounded(rightShare()));
        map.put("wrong_answer", Shares.rounded(wrongShare()));
        map.put("missed", Shares.rounded(missedShare()));
        map.put("false_answer", Shares.rounded(falseShare()));
        map.put("wrong_or_false_over_all", Shares.rounded(Shares.of(wrong + falsely, answerable + unanswerable)));
        map.put("useful", Shares.rounded(useful()));
        return map;
    }
}
