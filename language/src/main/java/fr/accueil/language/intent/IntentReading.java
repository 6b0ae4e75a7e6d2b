package fr.accueil.language.intent;

import java.util.Map;

/// What was read from one message.
///
/// @param intent what it is taken for
/// @param confidence how probable that is, from 0 to 1: of ten messages read with 0.8, about eight are right
/// @param probabilities of every intent; together 1
public record IntentReading(
        Intent intent,
        float confidence,
        Map<Intent, Float> probabilities,
        Mood mood,
        Urgency urgency,
        Sensitive sensitive,
        Language language) {}
