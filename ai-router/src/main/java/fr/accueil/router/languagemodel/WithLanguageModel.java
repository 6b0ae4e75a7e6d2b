package fr.accueil.router.languagemodel;

import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// An engine other than the local one is named; also one that does not exist, so that somebody complains of it.
class WithLanguageModel extends SpringBootCondition {

    private static final String SETTING = "accueil.assistant.language-model.engine";

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var named = context.getEnvironment().getProperty(SETTING, "local").strip();
        return new ConditionOutcome(!named.equalsIgnoreCase("local"), "the engine is " + named);
    }
}
