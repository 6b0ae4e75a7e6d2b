package fr.accueil.router.evaluation;

import fr.accueil.router.evaluation.SampleSet.FirstMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How well first messages are understood.
///
/// @param byIntent in the order of their names; those that a set has, and those that were taken for one
record IntentScore(int messages, int right, Map<String, OfIntent> byIntent) {

    /// A missed one of these angers a customer, or breaks the law.
    static final List<String> GRAVE = List.of("complaint", "human", "opt_out");

    record Guess(FirstMessage message, String predicted, double confidence, double milliseconds) {

        boolean isRight() {
            return message.intent().values().contains(predicted);
        }

        /// What it is to be counted as: where several are right, the one that was given.
        String truth() {
            var expected = message.intent().expected();
            return isRight() || expected == null ? predicted : expected;
        }
    }

    /// @param support how many messages have it
    /// @param taken how many were taken for it
    record OfIntent(int support, int taken, int hit) {

        double recall() {
            return Shares.of(hit, support);
        }

        double precision() {
            return Shares.of(hit, taken);
        }

        double f1() {
            return support + taken == 0 ? 0 : 2.0 * hit / (support + taken);
        }

        int falseAlarms() {
            return taken - hit;
        }

        private OfIntent plus(int supported, int took, int rightly) {
            return new OfIntent(support + supported, taken + took, hit + rightly);
        }
    }

    static IntentScore of(List<Guess> guesses) {
        var byIntent = new TreeMap<String, OfIntent>();
        int right = 0;
        for (var guess : guesses) {
            int hit = guess.isRight() ? 1 : 0;
            right += hit;
            add(byIntent, guess.truth(), 1, 0, hit);
            add(byIntent, guess.predicted(), 0, 1, 0);
        }
        return new IntentScore(guesses.size(), right, byIntent);
    }

    private static void add(Map<String, OfIntent> all, String intent, int supported, int took, int rightly) {
        all.put(intent, all.getOrDefault(intent, new OfIntent(0, 0, 0)).plus(supported, took, rightly));
    }

    double accuracy() {
        return Shares.of(right, messages);
    }

    /// Over the intents that the set has.
    double macroF1() {
        return Shares.mean(byIntent.values().stream()
                .filter(it -> it.support() > 0)
                .map(OfIntent::f1)
                .toList());
    }

    OfIntent of(String intent) {
        return byIntent.getOrDefault(intent, new OfIntent(0, 0, 0));
    }

    Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("messages", messages);
        map.put("accuracy", Shares.rounded(accuracy()));
        map.put("macro_f1", Shares.rounded(macroF1()));
        var intents = new LinkedHashMap<String, Object>();
        byIntent.forEach((intent, figures) -> intents.put(intent, toMap(figures)));
        map.put("by_intent", intents);
        return map;
    }

    private static Map<String, Object> toMap(OfIntent figures) {
        var map = new LinkedHashMap<String, Object>();
        map.put("support", figures.support());
        map.put("precision", Shares.rounded(figures.precision()));
        map.put("recall", Shares.rounded(figures.recall()));
        map.put("f1", Shares.rounded(figures.f1()));
        map.put("false_alarms", figures.falseAlarms());
        return map;
    }
}
