package fr.accueil.conversation.faq;

import fr.accueil.events.FaqId;
import fr.accueil.events.TenantId;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A FAQ as it shall be, whole.
///
/// @param variants other ways to ask the same
/// @param enabled whether the assistant answers with it; yes where nothing is said
/// @param settles an open question that it answers, with all that are like it
/// @param version that was seen; of one that is there already
public record FaqRequest(
        @Size(min = 3, max = 300, message = "La question a de 3 à 300 caractères.")
        @Pattern(regexp = FaqRequest.ONE_LINE, message = "La question contient des caractères qui ne s'écrivent pas.")
        String question,

        @Size(min = 1, max = 2000, message = "La réponse a de 1 à 2 000 caractères.")
        @Pattern(regexp = FaqRequest.LINES, message = "La réponse contient des caractères qui ne s'écrivent pas.")
        String answer,

        @Size(max = 30, message = "Une question a au plus 30 variantes.")
        List<
                        @Size(min = 3, max = 300, message = "Une variante a de 3 à 300 caractères.")
                        @Pattern(
                                regexp = FaqRequest.ONE_LINE,
                                message = "La variante contient des caractères qui ne s'écrivent pas.")
                        String>
                variants,

        @Size(max = 60, message = "La catégorie dépasse 60 caractères.")
        @Pattern(regexp = FaqRequest.ONE_LINE, message = "La catégorie contient des caractères qui ne s'écrivent pas.")
        @Nullable
        String category,

        @Nullable Boolean enabled,
        @Nullable UUID settles,
        @Nullable Long version) {

    /// Neither controls nor halves of surrogate pairs.
    static final String ONE_LINE = "[^\\p{Cc}\\p{Cs}]*";

    /// Also ends of lines and tabs.
    static final String LINES = "[[^\\p{Cc}\\p{Cs}]\\n\\t]*";

    /// Without what stands around the words, and without variants that say nothing new.
    public FaqRequest {
        question = stripped(question);
        answer = stripped(answer).replace("\r\n", "\n").replace('\r', '\n');
        variants = Objects.requireNonNullElse(variants, List.<String>of()).stream()
                .map(FaqRequest::stripped)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        category = stripped(category).isEmpty() ? null : stripped(category);
    }

    public FaqRequest(
            String question, String answer, List<String> variants, @Nullable String category, boolean enabled) {
        this(question, answer, variants, category, enabled, null, null);
    }

    /// What of a FAQ people write.
    public static FaqRequest of(Faq faq) {
        return new FaqRequest(faq.question(), faq.answer(), faq.variants(), faq.category(), faq.enabled());
    }

    public Faq toFaq(FaqId id, TenantId tenant) {
        return new Faq(id, tenant, question, answer, variants, category, !Boolean.FALSE.equals(enabled));
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
