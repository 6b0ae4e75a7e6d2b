package fr.accueil.agenda;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.TUESDAY;

import fr.accueil.agenda.business.BookingRules;
import fr.accueil.agenda.business.Business;
import fr.accueil.agenda.business.Grid;
import fr.accueil.agenda.business.Practitioner;
import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.agenda.business.ServiceOffer;
import fr.accueil.agenda.business.Staffing;
import fr.accueil.agenda.holiday.HolidayRegion;
import fr.accueil.agenda.holiday.HolidayRule;
import fr.accueil.agenda.hours.OpeningHours;
import fr.accueil.agenda.hours.WeeklyHours;
import fr.accueil.agenda.time.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// Institut Camélia, where Léa does everything, Inès nails and brows, and Sophie massages. It is Tuesday 10 March
/// 2026, 10:15.
final class Camelia {

    static final ServiceId BROWS = new ServiceId("sourcils");
    static final ServiceId NAILS = new ServiceId("manucure");
    static final ServiceId MASSAGE = new ServiceId("massage");
    static final ServiceId TATTOO = new ServiceId("tatouage");

    static final PractitionerId LEA_ID = new PractitionerId("léa");
    static final PractitionerId INES_ID = new PractitionerId("inès");
    static final PractitionerId SOPHIE_ID = new PractitionerId("sophie");

    static final Practitioner LEA = Practitioner.of(LEA_ID, Set.of(BROWS, NAILS, MASSAGE));
    static final Practitioner INES = Practitioner.of(INES_ID, Set.of(BROWS, NAILS));
    static final Practitioner SOPHIE = Practitioner.of(SOPHIE_ID, Set.of(MASSAGE));

    static final List<ServiceOffer> SERVICES = List.of(
            ServiceOffer.of(BROWS, Duration.ofMinutes(15)),
            ServiceOffer.of(NAILS, Duration.ofMinutes(40)).withBuffer(Duration.ofMinutes(5)),
            ServiceOffer.of(MASSAGE, Duration.ofMinutes(60)).withBuffer(Duration.ofMinutes(15)));

    static final OpeningHours HOURS = OpeningHours.of(
            WeeklyHours.none()
                    .from(TUESDAY, FRIDAY, "09:30-12:30", "14:00-19:00")
                    .on(SATURDAY, "09:00-17:00"),
            HolidayRule.closedOnAllOf(HolidayRegion.METROPOLE));

    static final BookingRules RULES = BookingRules.usual()
            .notSoonerThan(Duration.ofHours(1))
            .notLaterThan(60)
            .on(Grid.every(Duration.ofMinutes(15)));

    static final Instant NOW = at("2026-03-10T10:15");

    private Camelia() {}

    static Business staffedBy(Practitioner... team) {
        return with(Staffing.team(team));
    }

    static Business with(Staffing staffing) {
        return Business.of(HOURS, SERVICES, staffing, RULES);
    }

    static Agenda agenda(Business business, Engagement... engagements) {
        return Agenda.of(business, List.of(engagements));
    }

    static Engagement booking(PractitionerId practitioner, String from, String to) {
        return booking(Resource.practitioner(practitioner), from, to);
    }

    static Engagement booking(Resource resource, String from, String to) {
        return new Engagement.Booking(new EngagementId(resource + "@" + from), resource, new Period(at(from), at(to)));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Paris")).toInstant();
    }

    /// As on the wall: "2026-03-13T14:30".
    static List<String> startsOf(List<Slot> slots) {
        return slots.stream()
                .map(slot -> LocalDateTime.ofInstant(slot.start(), ZoneId.of("Europe/Paris"))
                        .toString())
                .toList();
    }
}
