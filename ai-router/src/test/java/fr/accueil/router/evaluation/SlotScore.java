package fr.accueil.router.evaluation;

import fr.accueil.router.evaluation.SampleSet.SlotAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How well answers to the assistant's questions are taken, by what was asked.
record SlotScore(Map<String, OfAsked> byAsked) {

    /// @param predicted in the set's own form; null when nothing usable was found
    record Taken(SlotAnswer answer, @Nullable String predicted, double milliseconds) {

        Outcome outcome() {
            return SlotComparison.outcome(answer, predicted);
        }
    }

    enum Outcome {
        RIGHT,
        /// Within the interval or the part of the day that was meant, and not the interval itself.
        WITHIN,
        /// Another value than the one meant, or a value where there was none: worse than none.
        WRONG,
        NOT_FOUND
    }

    record OfAsked(int answers, int right, int within, int wrong, int notFound) {

        /// As a system is scored that knows intervals: one value of it is not the interval.
        double accuracy() {
            return Shares.of(right, answers);
        }

        double lenientAccuracy() {
            return Shares.of(right + within, answers);
        }
    }

    static SlotScore of(List<Taken> all) {
        var byAsked = new LinkedHashMap<String, OfAsked>();
        all.stream().map(it -> it.answer().asked()).distinct().forEach(asked -> byAsked.put(asked, of(all, asked)));
        return new SlotScore(byAsked);
    }

    private static OfAsked of(List<Taken> all, String asked) {
        Predicate<Taken> theirs = it -> it.answer().asked().equals(asked);
        return new OfAsked(
                (int) all.stream().filter(theirs).count(),
                count(all, theirs, Outcome.RIGHT),
                count(all, theirs, Outcome.WITHIN),
                count(all, theirs, Outcome.WRONG),
                count(all, theirs, Outcome.NOT_FOUND));
    }

    private static int count(List<Taken> all, Predicate<Taken> theirs, Outcome outcome) {
        return (int) all.stream()
                .filter(theirs)
                .filter(it -> it.outcome() == outcome)
                .count();
    }

    OfAsked overall() {
        return byAsked.values().stream()
                .reduce(
                        new OfAsked(0, 0, 0, 0, 0),
                        (one, other) -> new OfAsked(
                                one.answers() + other.answers(),
                                one.right() + other.right(),
                                one.within() + other.within(),
                                one.wrong() + other.wrong(),
                                one.notFound() + other.notFound()));
    }

    Map<String, Object> toMap() {
        var map = toMap(overall());
        var asked = new LinkedHashMap<String, Object>();
        byAsked.forEach((name, figures) -> asked.put(name, toMap(figures)));
        map.put("by_asked", asked);
        return map;
    }

    private static Map<String, Object> toMap(OfAsked figures) {
        var map = new LinkedHashMap<String, Object>();
        map.put("answers", figures.answers());
        map.put("accuracy", Shares.rounded(figures.accuracy()));
        map.put("accuracy_with_values_within", Shares.rounded(figures.lenientAccuracy()));
        map.put("wrong_value", figures.wrong() + figures.within());
        map.put("not_found", figures.notFound());
        return map;
    }
}
