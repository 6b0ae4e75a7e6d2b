package fr.accueil.router.languagemodel;

import fr.accueil.router.knowledge.FaqMatch;
import fr.accueil.router.languagemodel.LanguageModelSettings.Sure;
import fr.accueil.router.understanding.Language;
import fr.accueil.router.understanding.Mood;
import fr.accueil.router.understanding.Question;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Sign;

/// When the local engine needs nobody else: where a person is called anyway, and where it is sure.
record SureAlone(Sure sure) {

    boolean is(Reading local, Question question) {
        return wantsAPerson(local) || isSure(local, question);
    }

    /// The model could only talk it out of it, and may not.
    private static boolean wantsAPerson(Reading local) {
        return local.urgency() != null
                || local.sensitive() != null
                || local.mood() == Mood.ANGRY
                || local.language() == Language.OTHER
                || switch (local.intent()) {
                    case COMPLAINT, OPT_OUT, HUMAN -> true;
                    case FAQ, BOOKING, QUOTE, CANCEL_BOOKING, GREETING, THANKS, OTHER -> false;
                };
    }

    private boolean isSure(Reading local, Question question) {
        if (local.shows(Sign.UNCLEAR)) {
            return false;
        }
        if (question.scene().asked() != null && local.slots().saysAnything() && !local.shows(Sign.ASKS)) {
            return true;
        }
        return local.confidence() >= sure.intent()
                && switch (local.intent()) {
                    case FAQ -> !local.answers().isEmpty() && leastFitting(local) >= sure.faq();
                    case BOOKING, QUOTE, CANCEL_BOOKING, GREETING, THANKS -> true;
                    case COMPLAINT, OPT_OUT, HUMAN, OTHER -> false;
                };
    }

    private static double leastFitting(Reading local) {
        return local.answers().stream().mapToDouble(FaqMatch::score).min().orElse(0);
    }
}
