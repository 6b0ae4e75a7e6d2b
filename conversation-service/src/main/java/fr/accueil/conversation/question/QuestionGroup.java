package fr.accueil.conversation.question;

import fr.accueil.events.FaqId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Open questions that are alike.
///
/// @param question the one that was asked most
/// @param times how often all of them were asked
/// @param nearest the FAQ that came nearest the last time; null when none did
public record QuestionGroup(
        String question,
        int times,
        Instant lastAt,
        @Nullable FaqId nearest,
        List<Alike> members) {

    /// @param text as it was asked first
    public record Alike(UUID id, String text, int times) {}
}
