package fr.accueil.conversation.transcript;

import fr.accueil.events.OutboundEvent.Template;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a person writes to a customer: a text, or an approved template, which may go when free text may not.
record WriteRequest(
        @Size(max = MAX_LENGTH, message = "Le message dépasse 4096 caractères.") @Nullable
        String body,

        @Valid @Nullable Filled template) {

    private static final int MAX_LENGTH = 4096;

    /// @param variables by their number or name
    @Schema(name = "FilledTemplate")
    record Filled(
            @NotBlank(message = "Le modèle n'est pas nommé.")
            @Size(max = 64, message = "Le nom du modèle dépasse 64 caractères.")
            String contentSid,

            @Size(max = 100, message = "Le modèle a plus de 100 variables.") @Nullable
            Map<
                            @Size(max = 64, message = "Le nom d'une variable dépasse 64 caractères.") String,
                            @Size(max = 1600, message = "Une variable dépasse 1600 caractères.") String>
                    variables) {

        Template toTemplate() {
            return new Template(contentSid, variables == null ? Map.of() : Map.copyOf(variables));
        }
    }

    /// @throws MessageUnwritable when it is neither or both, or holds what no message may hold
    Draft toDraft() {
        if (template != null) {
            if (body != null) {
                throw new MessageUnwritable("Le message est soit un texte, soit un modèle, et pas les deux.");
            }
            return new Draft.FromTemplate(template.toTemplate());
        }
        if (body == null || body.isBlank()) {
            throw new MessageUnwritable("Le message est vide.");
        }
        if (body.codePoints().anyMatch(WriteRequest::isUnwritable)) {
            throw new MessageUnwritable("Le message contient des caractères qui ne s'écrivent pas.");
        }
        return new Draft.FreeText(body);
    }

    /// Controls but for the ends of lines, and halves of surrogate pairs: some are refused by the database, all by
    /// phones.
    private static boolean isUnwritable(int character) {
        return Storable.isUnstorable(character)
                || (Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t');
    }
}
