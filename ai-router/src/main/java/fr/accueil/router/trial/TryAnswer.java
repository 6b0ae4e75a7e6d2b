package fr.accueil.router.trial;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.AssistantEvent.Reasons;
import fr.accueil.events.FaqId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the assistant would do with the last message.
///
/// @param text what it would say; null when nothing
/// @param handover why a person would be asked for; null when none would
/// @param flow what would be running afterwards: `booking`, `move`, `cancellation`, `quote`; null when nothing
/// @param reasons null when it would not have read the message: a STOP, or an engine that failed
/// @param sources the FAQs that the answer rests on, in their order
record TryAnswer(
        @Nullable String text,
        @Nullable HandoverReason handover,
        @Nullable String flow,
        @Nullable Reasons reasons,
        List<Source> sources) {

    /// @param score how surely it settles the question, from 0 to 1
    record Source(FaqId faq, String question, String answer, double score) {}
}
