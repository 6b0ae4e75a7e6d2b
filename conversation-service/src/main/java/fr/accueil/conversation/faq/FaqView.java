package fr.accueil.conversation.faq;

import fr.accueil.events.FaqId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A FAQ as the dashboard shows it.
///
/// @param variants other ways to ask the same
/// @param enabled whether the assistant answers it
/// @param category under which the owner keeps it; null for none
/// @param position in the owner's order, from 0
/// @param version to be named by who changes it
public record FaqView(
        FaqId id,
        String question,
        String answer,
        List<String> variants,
        boolean enabled,
        @Nullable String category,
        int position,
        long version,
        Instant updatedAt) {}
