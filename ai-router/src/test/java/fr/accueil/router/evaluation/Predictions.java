package fr.accueil.router.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes what was predicted, a file for each file of the set, and the scores.
record Predictions(Path folder) {

    void write(Results results) throws IOException {
        if (!results.answers().isEmpty()) {
            Json.write(
                    folder.resolve("faq_queries.predictions.jsonl"),
                    results.answers().stream().map(Predictions::toMap).toList());
        }
        if (!results.guesses().isEmpty()) {
            Json.write(
                    folder.resolve("intents.predictions.jsonl"),
                    results.guesses().stream().map(Predictions::toMap).toList());
        }
        if (!results.taken().isEmpty()) {
            Json.write(
                    folder.resolve("slots.predictions.jsonl"),
                    results.taken().stream().map(Predictions::toMap).toList());
        }
        if (!results.dialogues().isEmpty()) {
            Json.write(
                    folder.resolve("dialogues.predictions.jsonl"),
                    results.dialogues().stream().map(PlayedDialogue::toMap).toList());
        }
    }

    void write(Results results, String engine, Footprint footprint) throws IOException {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("engine", engine);
        if (!results.answers().isEmpty()) {
            summary.put("faq_queries", results.faqs().toMap());
        }
        if (!results.guesses().isEmpty()) {
            summary.put("intents", results.intents().toMap());
        }
        if (!results.taken().isEmpty()) {
            summary.put("slots", results.slots().toMap());
        }
        if (!results.dialogues().isEmpty()) {
            summary.put("dialogues", results.played().toMap());
        }
        summary.putAll(footprint.toMap());
        Json.write(folder.resolve("summary.json"), summary);
    }

    private static Map<String, Object> toMap(FaqScore.Answer answer) {
        var predicted = answer.predicted();
        var map = new LinkedHashMap<String, Object>();
        map.put("id", answer.query().id());
        map.put("predicted", predicted.isEmpty() ? null : predicted.size() == 1 ? predicted.getFirst() : predicted);
        map.put("confidence", Shares.rounded(answer.confidence()));
        map.put("ms", Shares.rounded(answer.milliseconds()));
        return map;
    }

    private static Map<String, Object> toMap(IntentScore.Guess guess) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", guess.message().id());
        map.put("predicted", guess.predicted());
        map.put("confidence", Shares.rounded(guess.confidence()));
        map.put("ms", Shares.rounded(guess.milliseconds()));
        return map;
    }

    private static Map<String, Object> toMap(SlotScore.Taken taken) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", taken.answer().id());
        map.put("predicted", taken.predicted());
        map.put("ms", Shares.rounded(taken.milliseconds()));
        return map;
    }
}
