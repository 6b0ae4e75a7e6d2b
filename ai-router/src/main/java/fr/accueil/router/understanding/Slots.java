package fr.accueil.router.understanding;

import fr.accueil.agenda.VisitRequest.Whom;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.language.extraction.Agreement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The values that a message gives.
///
/// @param services the surest first
/// @param whom the practitioner wanted, or "peu importe"
/// @param need what a quote is asked for, in the customer's own words
/// @param choice which of what was proposed, from 1; -1 is the last
public record Slots(
        Timing timing,
        List<ServiceId> services,
        @Nullable Whom whom,
        Person person,
        @Nullable String need,
        @Nullable Agreement agreement,
        @Nullable Integer choice) {

    public static final Slots NONE = new Slots(Timing.UNSAID, List.of(), null, Person.UNSAID, null, null, null);

    public Slots {
        services = List.copyOf(services);
    }

    public Slots with(Timing other) {
        return new Slots(other, services, whom, person, need, agreement, choice);
    }

    public Slots with(List<ServiceId> others) {
        return new Slots(timing, others, whom, person, need, agreement, choice);
    }

    public Slots with(Whom other) {
        return new Slots(timing, services, other, person, need, agreement, choice);
    }

    public Slots with(Person other) {
        return new Slots(timing, services, whom, other, need, agreement, choice);
    }

    public Slots with(Agreement other) {
        return new Slots(timing, services, whom, person, need, other, choice);
    }

    public Slots needing(String other) {
        return new Slots(timing, services, whom, person, other, agreement, choice);
    }

    public Slots withoutNeed() {
        return new Slots(timing, services, whom, person, null, agreement, choice);
    }

    public Slots choosing(int number) {
        return new Slots(timing, services, whom, person, need, agreement, number);
    }

    public boolean saysAnything() {
        return timing.isSaid()
                || !services.isEmpty()
                || whom != null
                || person.isSaid()
                || need != null
                || agreement != null
                || choice != null;
    }

    /// By name, as text: for the reasons of an answer.
    public Map<String, String> byName() {
        var said = new LinkedHashMap<String, String>();
        put(said, "date", timing.day());
        put(said, "time", timing.hour());
        put(said, "relative", timing.relative());
        put(
                said,
                "service",
                services.isEmpty()
                        ? null
                        : services.stream().map(ServiceId::value).collect(Collectors.joining(",")));
        put(said, "practitioner", whom instanceof Whom.Only(var id) ? id : null);
        put(said, "name", person.name());
        put(said, "email", person.email() instanceof EmailHeard.Written it ? it.address() : null);
        put(said, "phone", person.phone());
        put(said, "need", need);
        put(said, "agreement", agreement);
        return said;
    }

    private static void put(Map<String, String> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value.toString());
        }
    }
}
