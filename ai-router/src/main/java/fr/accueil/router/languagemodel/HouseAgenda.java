package fr.accueil.router.languagemodel;

import fr.accueil.agenda.Agenda;
import fr.accueil.events.TenantId;
import java.util.Optional;

/// Where the hours and the free slots of a business are known. Of a business without hours the model is told nothing of
/// them, and can claim nothing.
public interface HouseAgenda {

    Optional<Agenda> agenda(TenantId tenant);
}
