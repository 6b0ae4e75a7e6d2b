package fr.accueil.router.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How well whole dialogues go.
///
/// @param strict with the right end and every key turn right
/// @param end with the right end
/// @param grave with something that must never happen
record DialogueScore(int dialogues, int strict, int end, int keyTurns, int rightKeyTurns, int grave) {

    static DialogueScore of(List<PlayedDialogue> played) {
        var keyTurns = played.stream().flatMap(it -> it.keyTurns().stream()).toList();
        return new DialogueScore(
                played.size(),
                (int) played.stream().filter(PlayedDialogue::isStrictlyRight).count(),
                (int) played.stream().filter(PlayedDialogue::endsRight).count(),
                keyTurns.size(),
                (int) keyTurns.stream().filter(PlayedTurn::isRight).count(),
                (int) played.stream().filter(it -> !it.grave().isEmpty()).count());
    }

    double strictShare() {
        return Shares.of(strict, dialogues);
    }

    double endShare() {
        return Shares.of(end, dialogues);
    }

    double keyShare() {
        return Shares.of(rightKeyTurns, keyTurns);
    }

    Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("dialogues", dialogues);
        map.put("strict", Shares.rounded(strictShare()));
        map.put("final", Shares.rounded(endShare()));
        map.put("key_turns", keyTurns);
        map.put("key_turns_right", Shares.rounded(keyShare()));
        map.put("failures_by_themselves", grave);
        return map;
    }
}
