package fr.accueil.conversation.catalogue;

import fr.accueil.conversation.problem.OneLine;
import fr.accueil.events.ServiceId;
import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service as it shall be, whole.
///
/// @param priceCents null when it is not said
/// @param priceFrom the price is the least that it may cost
/// @param version that was seen; left out for a new one
record ServiceRequest(
        @NotBlank(message = "Indiquez le nom de la prestation.")
        @Size(max = 80, message = "Le nom dépasse 80 caractères.")
        @OneLine
        String name,

        @NotNull(message = "Indiquez les synonymes.") @Size(max = 10, message = "Au plus dix synonymes.")
        List<
                        @NotBlank(message = "Un synonyme est vide.")
                        @Size(max = 60, message = "Un synonyme dépasse 60 caractères.") @OneLine String>
                synonyms,

        @NotNull(message = DURATION) @Min(value = 5, message = DURATION) @Max(value = 720, message = DURATION)
        Integer durationMinutes,

        @NotNull(message = BUFFER) @Min(value = 0, message = BUFFER) @Max(value = 240, message = BUFFER)
        Integer bufferMinutes,

        @Min(value = 0, message = PRICE) @Max(value = 1_000_000, message = PRICE) @Nullable
        Integer priceCents,

        @NotNull(message = "Dites si le prix est un minimum.")
        Boolean priceFrom,

        @NotNull(message = "Dites si la prestation se réserve.")
        Boolean bookable,

        @Nullable Long version) {

    static final String DURATION = "La durée va de 5 minutes à 12 heures, par pas de 5 minutes.";
    private static final String BUFFER = "Le battement va de 0 à 240 minutes.";
    private static final String PRICE = "Le prix va de 0 à 10 000 €.";

    ServiceSaved toSaved(ServiceId id, TenantId tenant, int position) {
        return new ServiceSaved(
                id,
                tenant,
                name.strip(),
                synonyms.stream().map(String::strip).distinct().toList(),
                durationMinutes,
                bufferMinutes,
                priceCents,
                priceFrom && priceCents != null,
                bookable,
                position);
    }
}
