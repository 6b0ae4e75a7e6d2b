package fr.accueil.router.dialogue;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.TUESDAY;

import fr.accueil.agenda.business.BookingRules;
import fr.accueil.agenda.business.Practitioner;
import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.agenda.business.ServiceOffer;
import fr.accueil.agenda.business.Staffing;
import fr.accueil.agenda.holiday.HolidayRegion;
import fr.accueil.agenda.holiday.HolidayRule;
import fr.accueil.agenda.hours.OpeningHours;
import fr.accueil.agenda.hours.WeeklyHours;
import fr.accueil.events.FaqId;
import fr.accueil.events.TenantId;
import fr.accueil.language.extraction.ServiceCatalogue;
import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.knowledge.FaqIndex;
import fr.accueil.router.understanding.Offer;
import fr.accueil.router.understanding.Offer.Colleague;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Institut Camélia, where Inès and Léa do everything, in the stories. It is Tuesday 10 March 2026, 10:15; the house
/// is open from Tuesday to Friday 9:30–19:00 and on Saturday 9:00–17:00.
final class House {

    static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-10T10:15+01:00[Europe/Paris]");

    static final ServiceId BROWS = new ServiceId("epilation_sourcils");
    static final ServiceId MASSAGE = new ServiceId("massage_dos");
    static final ServiceId NAILS = new ServiceId("manucure");
    static final PractitionerId LEA = new PractitionerId("lea");
    static final PractitionerId INES = new PractitionerId("ines");

    private static final Map<ServiceId, String> SERVICES = services();

    private static final List<Faq> FAQS = List.of(
            faq(1, "Où puis-je me garer ?", "Parking Gambetta, à deux pas.", "Y a-t-il un parking ?"),
            faq(2, "Quels moyens de paiement acceptez-vous ?", "Carte bancaire et espèces.", "Vous prenez la carte ?"),
            faq(3, "Quels sont vos horaires d'ouverture ?", "Du mardi au samedi.", "Vous ouvrez à quelle heure ?"));

    private final InMemoryAgenda agenda;
    private final Business business =
            new Business(TenantId.of(new UUID(0, 1)), "Institut Camélia", true, FaqIndex.of(FAQS));

    private House(Staffing staffing, Map<PractitionerId, String> team) {
        var hours = OpeningHours.of(
                WeeklyHours.none().from(TUESDAY, FRIDAY, "09:30-19:00").on(SATURDAY, "09:00-17:00"),
                HolidayRule.closedOnAllOf(HolidayRegion.METROPOLE));
        var offers = SERVICES.keySet().stream()
                .map(id -> ServiceOffer.of(id, Duration.ofMinutes(30)))
                .toList();
        var rules = BookingRules.usual().notSoonerThan(Duration.ofMinutes(30));
        agenda = new InMemoryAgenda(
                fr.accueil.agenda.business.Business.of(hours, offers, staffing, rules), SERVICES, team);
    }

    static House withSeats(int seats) {
        return new House(Staffing.seats(seats), Map.of());
    }

    static House withTeam() {
        var all = Set.copyOf(SERVICES.keySet());
        return new House(
                Staffing.team(Practitioner.of(LEA, all), Practitioner.of(INES, all)),
                new LinkedHashMap<>(Map.of(LEA, "Léa", INES, "Inès")));
    }

    InMemoryAgenda agenda() {
        return agenda;
    }

    /// Marie, or another customer, who writes from a number of their own.
    Phone phone(String customer) {
        return phone(customer, "+33639980012");
    }

    /// WhatsApp tells no number of this customer's.
    Phone phone(String customer, @Nullable String number) {
        return new Phone(customer, number, business, offer(), agenda, NOW);
    }

    private Offer offer() {
        var entries = SERVICES.entrySet().stream()
                .map(it -> new ServiceCatalogue.Entry(it.getKey().value(), it.getValue(), List.of()))
                .toList();
        var team = agenda.seenBy("", NOW).team().entrySet().stream()
                .map(it -> new Colleague(it.getKey(), it.getValue()))
                .toList();
        return new Offer(new ServiceCatalogue(entries), team);
    }

    private static Map<ServiceId, String> services() {
        var services = new LinkedHashMap<ServiceId, String>();
        services.put(BROWS, "Épilation des sourcils");
        services.put(MASSAGE, "Massage du dos");
        services.put(NAILS, "Manucure");
        return services;
    }

    private static Faq faq(int number, String question, String answer, String... variants) {
        return new Faq(FaqId.of(new UUID(7, number)), question, answer, List.of(variants));
    }
}
