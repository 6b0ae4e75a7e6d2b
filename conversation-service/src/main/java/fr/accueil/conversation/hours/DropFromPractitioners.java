package fr.accueil.conversation.hours;

import fr.accueil.conversation.catalogue.ServiceKeeper;
import fr.accueil.events.ServiceId;
import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.events.WorkspaceEvent.Practitioner;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// No practitioner does any more what is no longer offered.
@Component
class DropFromPractitioners implements ServiceKeeper {

    private final Hours hours;
    private final SaveHours save;

    DropFromPractitioners(Hours hours, SaveHours save) {
        this.hours = hours;
        this.save = save;
    }

    @Override
    public Mono<Void> letGo(TenantId tenant, ServiceId gone) {
        return hours.lock().flatMap(said -> save.save(without(said, gone)));
    }

    private static HoursSaved without(HoursSaved said, ServiceId gone) {
        return new HoursSaved(
                said.tenant(),
                said.holidayRegion(),
                said.workedHolidays(),
                said.week(),
                said.exceptions(),
                said.practitioners().stream().map(it -> without(it, gone)).toList(),
                said.seats(),
                said.rules());
    }

    private static Practitioner without(Practitioner one, ServiceId gone) {
        var others = one.services().stream().filter(it -> !it.equals(gone)).toList();
        return new Practitioner(one.practitioner(), one.name(), others, one.week(), one.exceptions());
    }
}
