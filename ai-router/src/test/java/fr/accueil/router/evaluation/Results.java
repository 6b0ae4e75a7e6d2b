package fr.accueil.router.evaluation;

import fr.accueil.router.evaluation.FaqScore.Answer;
import fr.accueil.router.evaluation.IntentScore.Guess;
import fr.accueil.router.evaluation.SlotScore.Taken;
import java.util.ArrayList;
import java.util.List;

/// All that came of a set. A file that the set does not have leaves its list empty.
record Results(List<Answer> answers, List<Guess> guesses, List<Taken> taken, List<PlayedDialogue> dialogues) {

    FaqScore faqs() {
        return FaqScore.of(answers);
    }

    IntentScore intents() {
        return IntentScore.of(guesses);
    }

    SlotScore slots() {
        return SlotScore.of(taken);
    }

    DialogueScore played() {
        return DialogueScore.of(dialogues);
    }

    /// Of every message that was read, whatever file it stands in.
    List<Double> milliseconds() {
        var all = new ArrayList<Double>();
        answers.forEach(it -> all.add(it.milliseconds()));
        guesses.forEach(it -> all.add(it.milliseconds()));
        taken.forEach(it -> all.add(it.milliseconds()));
        dialogues.forEach(it -> all.addAll(it.milliseconds()));
        return all;
    }
}
