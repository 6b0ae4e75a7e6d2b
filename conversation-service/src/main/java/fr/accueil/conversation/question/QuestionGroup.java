package fr.accueil.conversation.question;

import fr.accueil.events.FaqId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Open questions that are like each other.
///
/// @param id of its most frequent question; settles or dismisses all of them
/// @param question the most frequent
/// @param times how often all of them were asked
/// @param lastAt when one of them was asked last
/// @param nearest the FAQ that came nearest to the one that was asked last; null when none came near, or it is gone
/// @param members all of them, the most frequent first
public record QuestionGroup(
        UUID id,
        String question,
        int times,
        Instant lastAt,
        @Nullable NearestFaq nearest,
        List<GroupedQuestion> members) {

    public record NearestFaq(FaqId id, String question) {}

    public record GroupedQuestion(UUID id, String text, int times, Instant lastAt) {}
}
