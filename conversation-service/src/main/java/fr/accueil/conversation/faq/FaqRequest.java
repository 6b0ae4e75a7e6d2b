package fr.accueil.conversation.faq;

import fr.accueil.events.FaqId;
import fr.accueil.events.TenantId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A FAQ as it shall be, whole.
///
/// @param settles the open question that it is made of
/// @param version that was seen; left out for a new one
record FaqRequest(
        @NotBlank(message = "Écrivez la question.")
        @Size(max = 300, message = "La question dépasse 300 caractères.")
        @Pattern(regexp = WRITABLE, message = "La question contient des caractères qui ne s'écrivent pas.")
        String question,

        @NotBlank(message = "Écrivez la réponse.")
        @Size(max = 2000, message = "La réponse dépasse 2000 caractères.")
        @Pattern(regexp = WRITABLE, message = "La réponse contient des caractères qui ne s'écrivent pas.")
        String answer,

        @NotNull(message = "Indiquez les variantes.") @Size(max = 30, message = "Au plus trente variantes.")
        List<
                        @NotBlank(message = "Une variante est vide.")
                        @Size(max = 300, message = "Une variante dépasse 300 caractères.")
                        @Pattern(
                                regexp = WRITABLE,
                                message = "Une variante contient des caractères qui ne s'écrivent pas.")
                        String>
                variants,

        @NotNull(message = "Dites si l'assistant y répond.") Boolean enabled,

        @Size(max = 60, message = "La catégorie dépasse 60 caractères.")
        @Pattern(regexp = WRITABLE, message = "La catégorie contient des caractères qui ne s'écrivent pas.")
        @Nullable
        String category,

        @Nullable UUID settles,
        @Nullable Long version) {

    /// No controls but for the ends of lines, and no halves of surrogate pairs: no phone shows them.
    static final String WRITABLE = "[^\\p{Cc}\\p{Cs}]*(?:[\\r\\n\\t][^\\p{Cc}\\p{Cs}]*)*";

    Faq toFaq(FaqId id, TenantId tenant, int position) {
        return new Faq(
                id,
                tenant,
                question.strip(),
                answer.strip(),
                variants.stream().map(String::strip).distinct().toList(),
                enabled,
                category == null || category.isBlank() ? null : category.strip(),
                position);
    }
}
