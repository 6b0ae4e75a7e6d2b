package fr.accueil.conversation.faq;

import fr.accueil.events.FaqId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A FAQ as the team sees it.
///
/// @param variants other ways to ask the same
/// @param category null for none
/// @param enabled whether the assistant answers with it
/// @param position where it stands among the others
/// @param version to be named by who changes it
public record FaqView(
        FaqId id,
        String question,
        String answer,
        List<String> variants,
        @Nullable String category,
        boolean enabled,
        int position,
        long version,
        Instant updatedAt) {}
