package fr.accueil.router.languagemodel;

import fr.accueil.agenda.Agenda;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.events.FaqId;
import fr.accueil.events.TenantId;
import fr.accueil.language.extraction.ServiceCatalogue;
import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.knowledge.FaqIndex;
import fr.accueil.router.understanding.Intent;
import fr.accueil.router.understanding.Language;
import fr.accueil.router.understanding.MessageReader;
import fr.accueil.router.understanding.Offer;
import fr.accueil.router.understanding.Question;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Scene;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Institut Camélia with a local engine that is never sure, and a fake model that it asks over HTTP.
final class Reception implements AutoCloseable {

    static final Faq HOURS = faq(
            1,
            "Quels sont vos horaires d'ouverture ?",
            "Du mardi au vendredi de 9h30 à 19h, le samedi de 9h à 17h. Fermé le dimanche et le lundi.");
    static final Faq MANICURE =
            faq(2, "Combien coûte une manucure ?", "La manucure est à 28 €, avec vernis semi-permanent 38 €.");
    static final Faq PARKING =
            faq(3, "Où se garer ?", "Un parking gratuit se trouve derrière la gare, à 2 minutes à pied.");

    static final ServiceId NAILS = new ServiceId("manucure");
    static final ZonedDateTime NOW = ZonedDateTime.of(2026, 3, 10, 10, 15, 0, 0, ZoneId.of("Europe/Paris"));
    static final TenantId CAMELIA = TenantId.of(new UUID(7, 7));
    private static final Business BUSINESS =
            new Business(CAMELIA, "Institut Camélia", true, FaqIndex.of(List.of(HOURS, MANICURE, PARKING)));
    private static final Offer OFFER = new Offer(
            new ServiceCatalogue(List.of(new ServiceCatalogue.Entry(NAILS.value(), "Manucure", List.of()))), List.of());

    final FakeModel model = FakeModel.start();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Purse purse = new Purse();
    private final Scheduler calls = Schedulers.newBoundedElastic(32, 1000, "fake-model-calls");
    private final Map<String, String> settings = new HashMap<>();
    private @Nullable Agenda agenda;
    private final MessageReader reader;
    private MessageReader local = _ -> Mono.just(unsure(Intent.FAQ));

    Reception(String... nameValues) {
        settings.putAll(Map.of(
                "engine", "openai",
                "model", "fake-1",
                "base-url", model.url(),
                "patience.call", "10s",
                "patience.answer", "60s",
                "budget.input-price", "1",
                "budget.output-price", "4"));
        for (var i = 0; i < nameValues.length; i += 2) {
            settings.put(nameValues[i], nameValues[i + 1]);
        }
        reader = new LanguageModelConfiguration()
                .localFirstReader(
                        question -> local.read(question),
                        bound(settings),
                        purse,
                        new WordRanking(),
                        _ -> Optional.ofNullable(agenda),
                        calls,
                        meters,
                        Clock.fixed(NOW.toInstant(), NOW.getZone()));
    }

    static LanguageModelSettings bound(Map<String, String> settings) {
        var named = new HashMap<String, String>();
        settings.forEach((name, value) -> named.put("accueil.assistant.language-model." + name, value));
        return new Binder(new MapConfigurationPropertySource(named))
                .bindOrCreate("accueil.assistant.language-model", LanguageModelSettings.class);
    }

    static Reading unsure(Intent intent) {
        return new Reading(intent, 0.3, List.of(), Language.FRENCH, "local");
    }

    /// From now on the house has hours and an agenda.
    void opens(Agenda hours) {
        agenda = hours;
    }

    /// What the local engine reads from now on.
    void locally(Reading reading) {
        local = _ -> Mono.just(reading);
    }

    void locally(MessageReader engine) {
        local = engine;
    }

    MessageReader reader() {
        return reader;
    }

    Reading reads(String... messages) {
        return reads(NOW.toInstant(), messages);
    }

    Reading reads(Instant since, String... messages) {
        return reads(question(since, Scene.opening(NOW, OFFER), messages));
    }

    Reading reads(Question question) {
        var reading = reader.read(question).block(Duration.ofSeconds(60));
        if (reading == null) {
            throw new AssertionError("there is no reading");
        }
        return reading;
    }

    static Question question(Instant since, Scene scene, String... messages) {
        return new Question(BUSINESS, List.of(), List.of(messages), scene, since);
    }

    double fallbacks(Fallback reason) {
        return meters.find("accueil.model.fallbacks").tag("reason", reason.label()).counters().stream()
                .mapToDouble(it -> it.count())
                .sum();
    }

    @Override
    public void close() {
        model.close();
        calls.dispose();
    }

    private static Faq faq(int number, String question, String answer) {
        return new Faq(FaqId.of(new UUID(9, number)), question, answer, List.of());
    }

    /// A month's budget in memory.
    static final class Purse implements Budget {

        private final AtomicLong spent = new AtomicLong();
        private volatile long limit = Long.MAX_VALUE;

        void limit(long microEuros) {
            limit = microEuros;
        }

        long spent() {
            return spent.get();
        }

        @Override
        public Mono<Boolean> reserve(TenantId tenant, YearMonth month, long microEuros) {
            return Mono.fromSupplier(() -> {
                if (spent.get() + microEuros > limit) {
                    return false;
                }
                spent.addAndGet(microEuros);
                return true;
            });
        }

        @Override
        public Mono<Void> settle(
                TenantId tenant, YearMonth month, long inputTokens, long outputTokens, long difference) {
            return Mono.fromRunnable(() -> spent.addAndGet(difference));
        }
    }
}
