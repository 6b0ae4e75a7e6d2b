package fr.accueil.router.evaluation;

import java.util.Locale;

/// The scores for who reads them on a screen.
record ScoreTable(Results results, Footprint footprint) {

    @Override
    public String toString() {
        var text = new StringBuilder();
        if (!results.answers().isEmpty()) {
            faqs(text, results.faqs());
        }
        if (!results.guesses().isEmpty()) {
            intents(text, results.intents());
        }
        if (!results.taken().isEmpty()) {
            slots(text, results.slots());
        }
        if (!results.dialogues().isEmpty()) {
            dialogues(text, results.played());
        }
        line(
                text,
                "Messages %d · p50 %.2f ms · p95 %.2f ms · p99 %.2f ms · start %d ms · peak memory %d MB",
                footprint.messages(),
                footprint.p50(),
                footprint.p95(),
                footprint.p99(),
                footprint.startMilliseconds(),
                footprint.peakMegabytes());
        return text.toString();
    }

    private static void faqs(StringBuilder text, FaqScore score) {
        line(text, "FAQ (%d answerable, %d not)", score.answerable(), score.unanswerable());
        share(text, "answered right", score.right(), score.answerable());
        share(text, "wrong answer on answerable", score.wrong(), score.answerable());
        share(text, "missed", score.missed(), score.answerable());
        share(text, "false answer", score.falsely(), score.unanswerable());
        line(text, "  %-28s %6.3f", "useful", score.useful());
        text.append('\n');
    }

    private static void intents(StringBuilder text, IntentScore score) {
        line(text, "Intents (%d)", score.messages());
        share(text, "accuracy", score.right(), score.messages());
        line(text, "  %-28s %6.3f", "macro-F1", score.macroF1());
        line(text, "  %-16s %9s %9s %9s %9s", "", "precision", "recall", "F1", "support");
        score.byIntent()
                .forEach((intent, it) -> line(
                        text,
                        "  %-16s %9.3f %9.3f %9.3f %9d%s",
                        intent,
                        it.precision(),
                        it.recall(),
                        it.f1(),
                        it.support(),
                        IntentScore.GRAVE.contains(intent) ? "   false alarms " + it.falseAlarms() : ""));
        text.append('\n');
    }

    private static void slots(StringBuilder text, SlotScore score) {
        var all = score.overall();
        line(text, "Slots (%d)", all.answers());
        line(
                text,
                "  %-16s %9s %9s %9s %9s   (of the wrong, within the interval meant)",
                "",
                "accuracy",
                "wrong",
                "not found",
                "answers");
        score.byAsked().forEach((asked, it) -> slot(text, asked, it));
        slot(text, "all", all);
        text.append('\n');
    }

    private static void slot(StringBuilder text, String name, SlotScore.OfAsked it) {
        line(
                text,
                "  %-16s %9.3f %9d %9d %9d%s",
                name,
                it.accuracy(),
                it.wrong() + it.within(),
                it.notFound(),
                it.answers(),
                it.within() == 0 ? "" : "   " + it.within());
    }

    private static void dialogues(StringBuilder text, DialogueScore score) {
        line(text, "Dialogues (%d)", score.dialogues());
        share(text, "strict", score.strict(), score.dialogues());
        share(text, "right final", score.end(), score.dialogues());
        share(text, "right key turns", score.rightKeyTurns(), score.keyTurns());
        line(text, "  %-28s %6d", "failures by themselves", score.grave());
        text.append('\n');
    }

    private static void share(StringBuilder text, String name, int part, int whole) {
        line(text, "  %-28s %6.3f   %d/%d", name, Shares.of(part, whole), part, whole);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
