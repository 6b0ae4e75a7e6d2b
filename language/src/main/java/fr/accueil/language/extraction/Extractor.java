package fr.accueil.language.extraction;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What a customer's words say: in answer to a question (`day`, `hour`, `name`…), or unasked in a longer message
/// (`mentionedMoment`, `mentionedName`, `services`). The moment of the message is given; nothing here has a clock.
public final class Extractor {

    private final MomentExtractor moments = new MomentExtractor();
    private final NameExtractor names = new NameExtractor();
    private final EmailExtractor emails = new EmailExtractor();
    private final PhoneExtractor phones = new PhoneExtractor();
    private final AgreementExtractor agreements = new AgreementExtractor();
    private final NeedExtractor needs = new NeedExtractor();
    private final Map<ServiceCatalogue, ServiceExtractor> services = new ConcurrentHashMap<>();

    public Extraction<DayWish> day(String text, ZonedDateTime now) {
        return Extraction.of(moments.day(Words.of(text), now.toLocalDate()));
    }

    public Extraction<HourWish> hour(String text, ZonedDateTime now) {
        return Extraction.of(moments.hour(Words.of(text), now.toLocalDate()));
    }

    public Extraction<Moment> moment(String text, ZonedDateTime now) {
        return Extraction.of(moments.extract(Words.of(text), now.toLocalDate(), true));
    }

    /// As `moment`, where nothing was asked: a number alone is neither day nor hour.
    public Extraction<Moment> mentionedMoment(String text, ZonedDateTime now) {
        return Extraction.of(moments.extract(Words.of(text), now.toLocalDate(), false));
    }

    public Extraction<String> name(String text) {
        return Extraction.of(names.extract(text, true));
    }

    /// A name that the customer gives unasked: only after words that announce one, or unmistakable.
    public Extraction<String> mentionedName(String text) {
        return Extraction.of(names.extract(text, false));
    }

    public Extraction<EmailAddress> email(String text) {
        return Extraction.of(emails.extract(text));
    }

    /// In E.164.
    public Extraction<String> phone(String text) {
        return Extraction.of(phones.extract(text));
    }

    public Extraction<Agreement> agreement(String text) {
        return Extraction.of(agreements.extract(text));
    }

    public Extraction<String> service(String text, ServiceCatalogue catalogue) {
        return Extraction.of(of(catalogue).extract(text));
    }

    /// All services that the message asks for, the surest first.
    public List<String> services(String text, ServiceCatalogue catalogue) {
        return of(catalogue).extractAll(text);
    }

    private ServiceExtractor of(ServiceCatalogue catalogue) {
        return services.computeIfAbsent(catalogue, ServiceExtractor::new);
    }

    public Extraction<String> need(String text) {
        return Extraction.of(needs.extract(text));
    }
}
