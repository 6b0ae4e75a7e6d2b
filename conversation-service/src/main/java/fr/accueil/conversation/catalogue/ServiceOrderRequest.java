package fr.accueil.conversation.catalogue;

import fr.accueil.events.ServiceId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/// @param ids of all services, in the order that they shall have
record ServiceOrderRequest(
        @NotNull(message = "Donnez l'ordre des prestations.") @Size(max = 200, message = "Au plus 200 prestations.")
        List<@NotNull(message = "Une prestation manque.") ServiceId> ids) {}
