package fr.accueil.router.evaluation;

import fr.accueil.agenda.business.BookingRules;
import fr.accueil.agenda.business.Grid;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.agenda.business.ServiceOffer;
import fr.accueil.agenda.business.Staffing;
import fr.accueil.agenda.holiday.HolidayRegion;
import fr.accueil.agenda.holiday.HolidayRule;
import fr.accueil.agenda.hours.OpeningHours;
import fr.accueil.agenda.hours.WeeklyHours;
import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.language.extraction.ServiceCatalogue;
import fr.accueil.router.evaluation.SampleSet.FaqLine;
import fr.accueil.router.evaluation.SampleSet.ServiceLine;
import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.knowledge.FaqIndex;
import fr.accueil.router.understanding.Offer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// One business of a set: what it says of itself, what can be booked, and when.
///
/// @param faqs their ids in the set
/// @param services by the keys of the catalogue, in its order
record House(
        Business business,
        Map<FaqId, String> faqs,
        Map<ServiceId, String> services,
        Offer offer,
        List<ServiceOffer> offers,
        OpeningHours hours) {

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /// As many customers at a time as no dialogue will ever have.
    static final int NO_LIMIT = 20;

    /// Where the catalogue gives none: short, since a set takes every hour of the opening hours for free.
    private static final int USUAL_MINUTES = 30;

    private static final String NAME = "Maison Mesure";
    private static final int HORIZON_DAYS = 366;
    private static final Duration GRID = Duration.ofMinutes(15);
    private static final UUID NAMESPACE = new UUID(0, 1);

    static House of(String vertical, SampleSet set) {
        return of(
                vertical,
                set.faqs().getOrDefault(vertical, List.of()),
                set.catalogues().getOrDefault(vertical, List.of()));
    }

    static House of(String vertical, List<FaqLine> faqs, List<ServiceLine> catalogue) {
        var ids = new LinkedHashMap<FaqId, String>();
        faqs.forEach(it -> ids.put(idOf(vertical, it), it.id()));
        var services = new LinkedHashMap<ServiceId, String>();
        catalogue.forEach(it -> services.put(new ServiceId(it.key()), it.label()));
        return new House(
                new Business(
                        TenantId.of(Ids.computed(NAMESPACE, vertical)),
                        NAME,
                        true,
                        FaqIndex.of(faqs.stream().map(it -> toFaq(vertical, it)).toList())),
                ids,
                services,
                new Offer(
                        new ServiceCatalogue(
                                catalogue.stream().map(House::toEntry).toList()),
                        List.of()),
                catalogue.stream().map(House::toOffer).toList(),
                hours(vertical));
    }

    /// Its agenda's side, with so many customers at a time.
    fr.accueil.agenda.business.Business bookable(int seats) {
        var rules = BookingRules.usual()
                .notSoonerThan(Duration.ZERO)
                .notLaterThan(HORIZON_DAYS)
                .on(Grid.every(GRID));
        return fr.accueil.agenda.business.Business.of(hours, offers, Staffing.seats(seats), rules);
    }

    String idOf(Faq faq) {
        return Objects.requireNonNullElse(faqs.get(faq.id()), faq.id().toString());
    }

    private static OpeningHours hours(String vertical) {
        var week = vertical.equals("beauty")
                ? WeeklyHours.none()
                        .from(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY, "09:30-19:00")
                        .on(DayOfWeek.SATURDAY, "09:00-17:00")
                : WeeklyHours.none()
                        .from(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-18:00")
                        .on(DayOfWeek.SATURDAY, "08:00-12:00");
        return OpeningHours.of(week, HolidayRule.closedOnAllOf(HolidayRegion.METROPOLE));
    }

    private static Faq toFaq(String vertical, FaqLine line) {
        return new Faq(idOf(vertical, line), line.question(), line.answer(), line.variants());
    }

    private static FaqId idOf(String vertical, FaqLine line) {
        return FaqId.of(Ids.computed(NAMESPACE, vertical, line.id()));
    }

    private static ServiceCatalogue.Entry toEntry(ServiceLine line) {
        return new ServiceCatalogue.Entry(line.key(), line.label(), line.synonyms());
    }

    private static ServiceOffer toOffer(ServiceLine line) {
        return ServiceOffer.of(
                new ServiceId(line.key()),
                Duration.ofMinutes(Objects.requireNonNullElse(line.minutes(), USUAL_MINUTES)));
    }
}
