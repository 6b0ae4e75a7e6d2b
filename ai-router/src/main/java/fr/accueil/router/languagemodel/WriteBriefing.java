package fr.accueil.router.languagemodel;

import static java.util.stream.Collectors.joining;

import fr.accueil.agenda.business.ServiceId;
import fr.accueil.events.TenantId;
import fr.accueil.router.languagemodel.Source.OfFaq;
import fr.accueil.router.languagemodel.Source.OfFreeSlots;
import fr.accueil.router.languagemodel.Source.OfHours;
import fr.accueil.router.languagemodel.Source.OfPractitioner;
import fr.accueil.router.languagemodel.Source.OfService;
import fr.accueil.router.understanding.Question;
import fr.accueil.router.understanding.Question.Line;
import fr.accueil.router.understanding.Question.Speaker;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Puts one turn before the model: what this business says of itself, and this conversation. Nothing of another tenant
/// or
/// another customer can come in, for a [Question] holds nothing of them.
final class WriteBriefing {

    /// Longer than anything a customer means to say.
    private static final int LONGEST_MESSAGE = 1500;

    private static final int LONGEST_LINE = 400;

    /// Holds composed emoji together.
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private final FaqRanking ranking;
    private final HouseAgenda agendas;
    private final int faqs;
    private final int lines;

    WriteBriefing(FaqRanking ranking, HouseAgenda agendas, int faqs, int lines) {
        this.ranking = ranking;
        this.agendas = agendas;
        this.faqs = faqs;
        this.lines = lines;
    }

    Briefing write(Question question, Reading local) {
        var sources = sources(question, local);
        return new Briefing(sources, turn(question, sources));
    }

    private List<Source> sources(Question question, Reading local) {
        var sources = new ArrayList<Source>();
        var text = String.join("\n", question.messages());
        for (var faq : ranking.nearest(question.business(), text, faqs)) {
            sources.add(new OfFaq("F" + (sources.size() + 1), faq));
        }
        var offer = question.scene().offer();
        var number = 1;
        for (var service : offer.services().entries()) {
            sources.add(new OfService("S" + number++, new ServiceId(service.key()), service.label()));
        }
        number = 1;
        for (var colleague : offer.team()) {
            sources.add(new OfPractitioner("P" + number++, colleague.id(), colleague.name()));
        }
        sources.addAll(house(question.business().tenant(), question.scene(), local));
        return sources;
    }

    private List<Source> house(TenantId tenant, Scene scene, Reading local) {
        return agendas.agenda(tenant).stream()
                .flatMap(agenda -> Stream.concat(
                        Stream.<Source>of(new OfHours(
                                "H",
                                HouseWords.hours(
                                        agenda.business().hours(), scene.now().toLocalDate()))),
                        HouseWords.freeSlots(agenda, services(scene, local), scene.now()).stream()
                                .map(free -> new OfFreeSlots("A", free))))
                .toList();
    }

    private static List<ServiceId> services(Scene scene, Reading local) {
        if (!local.slots().services().isEmpty()) {
            return List.of(local.slots().services().getFirst());
        }
        var known = scene.known().getOrDefault("service", "");
        return Stream.of(known.split(",", -1))
                .filter(it -> !it.isBlank())
                .map(ServiceId::new)
                .toList();
    }

    private String turn(Question question, List<Source> sources) {
        return """
                <sources entreprise="%s" vouvoiement="%s">
                %s
                </sources>
                <situation>
                %s
                </situation>
                <avant>
                %s
                </avant>
                <message>
                %s
                </message>""".formatted(
                        untrusted(question.business().name(), LONGEST_LINE),
                        question.business().formal() ? "oui" : "non",
                        sources.stream().map(WriteBriefing::told).collect(joining("\n")),
                        situation(question.scene()),
                        lastOf(question.before()).map(WriteBriefing::told).collect(joining("\n")),
                        question.messages().stream()
                                .map(it -> tagged("client", untrusted(it, LONGEST_MESSAGE)))
                                .collect(joining("\n")));
    }

    private Stream<Line> lastOf(List<Line> before) {
        return before.stream().skip(Math.max(0, before.size() - lines));
    }

    private static String told(Source source) {
        return switch (source) {
            case OfFaq(var handle, var faq) ->
                "[%s] Q : %s R : %s"
                        .formatted(
                                handle,
                                untrusted(faq.question(), LONGEST_MESSAGE),
                                untrusted(faq.answer(), LONGEST_MESSAGE));
            case OfService(var handle, var _, var label) ->
                "[%s] prestation : %s".formatted(handle, untrusted(label, LONGEST_LINE));
            case OfPractitioner(var handle, var _, var name) ->
                "[%s] équipe : %s".formatted(handle, untrusted(name, LONGEST_LINE));
            case OfHours(var handle, var text) -> "[%s] %s".formatted(handle, text);
            case OfFreeSlots(var handle, var text) -> "[%s] %s".formatted(handle, text);
        };
    }

    private static String situation(Scene scene) {
        var now = "Maintenant : " + HouseWords.day(scene.now());
        var running = scene.isRunning() ? "\nEn cours : " + nameOf(scene.running()) : "";
        var asked = scene.asked() == null
                ? ""
                : "\nDemandé : " + scene.asked().name().toLowerCase(Locale.ROOT);
        var known = scene.known().isEmpty()
                ? ""
                : scene.known().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(it -> it.getKey() + " = " + untrusted(it.getValue(), LONGEST_LINE))
                        .collect(joining(" ; ", "\nDéjà connu : ", ""));
        return now + running + asked + known;
    }

    private static String nameOf(Scene.Running running) {
        return switch (running) {
            case NOTHING -> "rien";
            case BOOKING -> "prise de rendez-vous (booking)";
            case MOVE -> "déplacement d'un rendez-vous (booking)";
            case CANCELLATION -> "annulation d'un rendez-vous (cancel_booking)";
            case QUOTE -> "demande de devis (quote)";
        };
    }

    private static String told(Line line) {
        return tagged(nameOf(line.speaker()), untrusted(line.text(), LONGEST_LINE));
    }

    private static String nameOf(Speaker speaker) {
        return switch (speaker) {
            case CUSTOMER -> "client";
            case ASSISTANT -> "assistant";
            case PERSON -> "equipe";
        };
    }

    private static String tagged(String name, String text) {
        return "<%s>%s</%s>".formatted(name, text, name);
    }

    /// What others wrote cannot open or close a tag of ours, nor bring invisible characters in.
    static String untrusted(String text, int longest) {
        var visible = text.codePoints()
                .filter(it -> it == '\n' || Character.getType(it) != Character.CONTROL)
                .filter(it -> Character.getType(it) != Character.FORMAT || it == ZERO_WIDTH_JOINER)
                .map(it -> it == '<' ? '‹' : it == '>' ? '›' : it)
                .limit(longest)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return visible.strip();
    }
}
