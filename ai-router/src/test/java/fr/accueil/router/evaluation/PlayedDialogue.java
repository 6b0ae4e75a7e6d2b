package fr.accueil.router.evaluation;

import fr.accueil.router.evaluation.SampleSet.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A scenario as it went.
///
/// @param after what the runner answered from the facts after the last turn
/// @param endFailures what is not at the end as it should be
/// @param grave what must never happen, whatever was expected
/// @param milliseconds of each message
record PlayedDialogue(
        Scenario scenario,
        List<PlayedTurn> turns,
        List<PlayedTurn.Exchange> after,
        FinalState end,
        List<String> endFailures,
        List<String> grave,
        List<Double> milliseconds) {

    boolean endsRight() {
        return endFailures.isEmpty() && grave.isEmpty();
    }

    boolean isStrictlyRight() {
        return endsRight() && keyTurns().stream().allMatch(PlayedTurn::isRight);
    }

    List<PlayedTurn> keyTurns() {
        return turns.stream().filter(PlayedTurn::key).toList();
    }

    Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", scenario.id());
        map.put("turns", turns.stream().map(PlayedTurn::toMap).toList());
        map.put("final", end.toMap());
        return map;
    }
}
