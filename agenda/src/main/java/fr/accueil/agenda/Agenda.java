package fr.accueil.agenda;

import fr.accueil.agenda.business.Business;
import fr.accueil.agenda.time.Stretches;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// A business and what is taken there. Immutable: what is booked or given up makes another agenda.
public final class Agenda {

    private final Business business;
    private final Map<EngagementId, Engagement> engagements;

    private Agenda(Business business, Map<EngagementId, Engagement> engagements) {
        this.business = business;
        this.engagements = engagements;
    }

    public static Agenda of(Business business, Collection<? extends Engagement> engagements) {
        var byId = new LinkedHashMap<EngagementId, Engagement>();
        engagements.forEach(engagement -> byId.put(engagement.id(), engagement));
        return new Agenda(business, byId);
    }

    /// In place of what has the same id: a hold becomes a booking, a booking moves.
    public Agenda with(Engagement engagement) {
        var more = new LinkedHashMap<>(engagements);
        more.put(engagement.id(), engagement);
        return new Agenda(business, more);
    }

    /// As it would be if this were given up: what one who moves their booking, or confirms their hold, may choose
    /// from.
    public Agenda without(EngagementId id) {
        var fewer = new LinkedHashMap<>(engagements);
        fewer.remove(id);
        return new Agenda(business, fewer);
    }

    public Business business() {
        return business;
    }

    public Collection<Engagement> engagements() {
        return Collections.unmodifiableCollection(engagements.values());
    }

    /// What is possible at this instant, at which some holds have expired.
    public Availability asOf(Instant now) {
        var busy = new HashMap<Resource, Stretches.Builder>();
        for (var engagement : engagements.values()) {
            if (engagement.isLive(now)) {
                var occupied = engagement.occupied();
                busy.computeIfAbsent(engagement.resource(), _ -> new Stretches.Builder())
                        .add(occupied.start().getEpochSecond(), secondAfter(occupied.end()));
            }
        }
        var stretches = new HashMap<Resource, Stretches>();
        busy.forEach((resource, taken) -> stretches.put(resource, taken.build()));
        return new Availability(business, stretches, now);
    }

    private static long secondAfter(Instant end) {
        return end.getNano() == 0 ? end.getEpochSecond() : end.getEpochSecond() + 1;
    }
}
