package fr.accueil.router.evaluation;

import fr.accueil.router.evaluation.PlayedTurn.Exchange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What went wrong, by kind, for the engineers: which message, which turn, and why.
record ErrorReport(Results results) {

    @Override
    public String toString() {
        var text = new StringBuilder();
        faqs(text);
        intents(text);
        slots(text);
        dialogues(text);
        return text.toString();
    }

    private void faqs(StringBuilder text) {
        for (var kind : List.of(FaqScore.Outcome.FALSE, FaqScore.Outcome.WRONG, FaqScore.Outcome.MISSED)) {
            var theirs = results.answers().stream()
                    .filter(it -> it.outcome() == kind)
                    .toList();
            heading(text, "FAQ " + kind.name().toLowerCase(java.util.Locale.ROOT), theirs.size());
            theirs.forEach(it -> text.append("%s [%s] wanted %s, given %s (%.2f): %s%n"
                    .formatted(
                            it.query().id(),
                            it.query().vertical(),
                            it.query().wanted().values(),
                            it.predicted(),
                            it.confidence(),
                            it.query().text())));
        }
    }

    private void intents(StringBuilder text) {
        var wrong = results.guesses().stream().filter(it -> !it.isRight()).toList();
        heading(text, "Intents", wrong.size());
        Map<String, List<IntentScore.Guess>> byKind = wrong.stream()
                .collect(Collectors.groupingBy(
                        it -> it.truth() + " read as " + it.predicted(), TreeMap::new, Collectors.toList()));
        byKind.forEach((kind, guesses) -> {
            text.append("%s (%d)%n".formatted(kind, guesses.size()));
            guesses.forEach(it -> text.append("    %s [%s] %.2f: %s%n"
                    .formatted(
                            it.message().id(),
                            it.message().vertical(),
                            it.confidence(),
                            it.message().text())));
        });
    }

    private void slots(StringBuilder text) {
        var wrong = results.taken().stream()
                .filter(it -> it.outcome() != SlotScore.Outcome.RIGHT)
                .toList();
        heading(text, "Slots", wrong.size());
        wrong.forEach(it -> text.append("%s %s %s: wanted %s, given %s: %s%n"
                .formatted(
                        it.answer().id(),
                        it.answer().asked(),
                        it.outcome(),
                        it.answer().mustContain().isEmpty()
                                ? it.answer().wanted().values()
                                : it.answer().mustContain(),
                        it.predicted(),
                        it.answer().text())));
    }

    private void dialogues(StringBuilder text) {
        var wrong = results.dialogues().stream()
                .filter(it -> !it.isStrictlyRight() || it.turns().stream().anyMatch(turn -> !turn.isRight()))
                .toList();
        heading(text, "Dialogues with a failure", wrong.size());
        kinds(text);
        wrong.forEach(it -> dialogue(text, it));
    }

    /// How often each kind of expectation fails, over all turns.
    private void kinds(StringBuilder text) {
        Map<String, Long> kinds = results.dialogues().stream()
                .flatMap(it -> it.turns().stream())
                .flatMap(it -> it.failures().stream())
                .collect(Collectors.groupingBy(it -> it.split(":", 2)[0], TreeMap::new, Collectors.counting()));
        kinds.forEach((kind, count) -> text.append("  %4d  %s%n".formatted(count, kind)));
    }

    private static void dialogue(StringBuilder text, PlayedDialogue played) {
        var verdict =
                played.isStrictlyRight() ? "right" : played.endsRight() ? "final right, a key turn wrong" : "WRONG";
        text.append("%n%s [%s] %s — %s%n"
                .formatted(
                        played.scenario().id(),
                        played.scenario().vertical(),
                        played.scenario().title(),
                        verdict));
        played.turns().forEach(it -> turn(text, it));
        exchanges(text, played.after());
        played.endFailures().forEach(it -> text.append("  ✗ %s%n".formatted(it)));
        played.grave().forEach(it -> text.append("  ✗✗ %s%n".formatted(it)));
    }

    private static void turn(StringBuilder text, PlayedTurn turn) {
        exchanges(text, turn.before());
        var outcome = turn.outcome();
        if (outcome == null) {
            text.append("    (skipped) %s%n".formatted(turn.wrote()));
            return;
        }
        text.append("  > %s%s%n".formatted(turn.wrote(), turn.key() ? "   [key]" : ""));
        text.append("    < %s%n".formatted(outcome.silent() ? "—" : oneLine(String.join(" ⏎ ", outcome.replies()))));
        text.append("      %s flow=%s slots=%s asks=%s rejects=%s events=%s faq=%s%n"
                .formatted(
                        outcome.intent(),
                        outcome.flow(),
                        new TreeMap<>(outcome.slots()),
                        outcome.asks(),
                        outcome.rejects(),
                        outcome.events(),
                        outcome.faqs()));
        turn.failures().forEach(it -> text.append("      ✗ %s%n".formatted(it)));
    }

    private static void exchanges(StringBuilder text, List<Exchange> exchanges) {
        exchanges.forEach(it -> text.append(
                "  + %s%n    < %s%n".formatted(it.wrote(), it.reply() == null ? "—" : oneLine(it.reply()))));
    }

    private static String oneLine(String words) {
        return words.replace("\n", " ⏎ ");
    }

    private static void heading(StringBuilder text, String what, int count) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        text.append("== %s: %d ==%n".formatted(what, count));
    }
}
