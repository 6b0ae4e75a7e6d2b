package fr.accueil.conversation.faqfile;

import fr.accueil.conversation.faq.Faq;
import fr.accueil.conversation.faq.FaqRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One line of a file. What the file has no column for is null, and stays as it is where the question is known.
///
/// @param line of the file, where it begins
/// @param active as it is written
record FaqLine(
        long line,
        String question,
        String answer,
        @Nullable List<String> variants,
        @Nullable String category,
        @Nullable String active) {

    /// The FAQ that is wanted.
    ///
    /// @param known which asks the same already
    FaqRequest toRequest(@Nullable Faq known) {
        return new FaqRequest(
                question,
                answer,
                variants == null ? known == null ? List.of() : known.variants() : variants,
                category == null ? known == null ? null : known.category() : category,
                Objects.requireNonNullElse(enabled(), known == null || known.enabled()));
    }

    /// Whether `active` is written as neither yes nor no.
    boolean isUndecided() {
        return active != null && !active.isBlank() && enabled() == null;
    }

    private @Nullable Boolean enabled() {
        return active == null ? null : Cell.yesOrNo(active);
    }
}
