package fr.accueil.router.understanding;

import fr.accueil.agenda.VisitRequest.Whom;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.language.extraction.Agreement;
import fr.accueil.language.extraction.Extractor;
import fr.accueil.language.extraction.Moment;
import fr.accueil.router.french.French;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The values in a message, read in the light of what was asked.
final class SlotReader {

    private static final Pattern SEVERAL = Pattern.compile("(?iu)(^|\\s)(et|puis|plus|avec|ainsi que|and)\\s|[+&,]");
    private static final Pattern CHOICE = Pattern.compile(
            "(?iu)\\b(?:le |la |n°|numéro |option )?(?:(premi[eè]re?|1er|1re|first|1)|(deuxi[eè]me|seconde?|2e|2eme|second|2)|(troisi[eè]me|3e|3eme|third|3)|(derni[eè]re?|last))\\b");
    private static final Pattern AT_SIGN = Pattern.compile("@|(?iu)\\b(arobase|arobaze)\\b");
    private static final Pattern ADDRESS = Pattern.compile("\\S*@\\S*");
    private static final int SHORT = 4;

    private static final Set<Asked> MOMENTS = Set.of(Asked.DAY, Asked.HOUR, Asked.MOMENT, Asked.SLOT);

    private final Extractor extractor = new Extractor();

    Slots read(String text, Intent intent, Set<Sign> signs, Scene scene) {
        var words = French.words(text);
        var choice = choice(text, words, scene);
        var agreement = agreement(text, words, scene);
        var timing = choice == null ? timing(text, words, scene) : Timing.UNSAID;
        return new Slots(
                timing,
                services(text, signs, agreement, scene),
                whom(words, scene),
                person(text, words, timing, signs, scene),
                need(text, intent, signs, scene),
                agreement,
                choice);
    }

    /// "Oui annulez" is a yes while it is asked whether to cancel.
    private @Nullable Agreement agreement(String text, List<String> words, Scene scene) {
        var cancels = scene.running() == Scene.Running.CANCELLATION
                && Signs.shows("CANCELS", words)
                && !Signs.shows("KEEPS", words);
        return cancels ? Agreement.YES : extractor.agreement(text).asOptional().orElse(null);
    }

    private Timing timing(String text, List<String> words, Scene scene) {
        var moment = moment(text, scene);
        var anytime = Signs.shows("ANYTIME", words)
                && (scene.asked() == null || MOMENTS.contains(scene.asked()) || moment != null);
        return new Timing(
                moment == null ? null : moment.day(),
                moment == null ? null : moment.hour(),
                Signs.relative(words),
                anytime);
    }

    private @Nullable Moment moment(String text, Scene scene) {
        var now = scene.now();
        return switch (scene.asked()) {
            case DAY, MOMENT, SLOT -> extractor.moment(text, now).asOptional().orElse(null);
            case HOUR -> {
                var mentioned =
                        extractor.mentionedMoment(text, now).asOptional().orElse(null);
                var hour = extractor.hour(text, now).asOptional().orElse(null);
                var day = mentioned == null ? null : mentioned.day();
                yield day == null && hour == null ? null : new Moment(day, hour);
            }
            case null, default ->
                extractor.mentionedMoment(text, now).asOptional().orElse(null);
        };
    }

    /// Once the service is known, only a correction, an addition or a no changes it: words like those of a service
    /// stand in many answers.
    private List<ServiceId> services(String text, Set<Sign> signs, @Nullable Agreement agreement, Scene scene) {
        var isOpen = !scene.known().containsKey("service") || scene.asked() == Asked.SERVICE;
        var changes = signs.contains(Sign.CORRECTS) || signs.contains(Sign.ADDS) || agreement == Agreement.NO;
        var catalogue = scene.offer().services();
        if (catalogue.entries().isEmpty() || !isOpen && !changes) {
            return List.of();
        }
        var found = SEVERAL.matcher(text).find()
                ? extractor.services(text, catalogue)
                : extractor.service(text, catalogue).asOptional().stream().toList();
        return found.stream().map(ServiceId::new).toList();
    }

    private static @Nullable Whom whom(List<String> words, Scene scene) {
        var team = scene.offer().team();
        if (team.isEmpty()) {
            return null;
        }
        for (var colleague : team) {
            var name = French.words(colleague.name());
            var at = name.isEmpty() ? -1 : words.indexOf(name.getFirst());
            var announced = at > 0
                    && Set.of("avec", "chez", "par", "with", "preference").contains(words.get(at - 1));
            if (at >= 0 && (announced || scene.asked() == Asked.PRACTITIONER)) {
                return new Whom.Only(colleague.id());
            }
        }
        var anyone = scene.asked() == Asked.PRACTITIONER
                ? Signs.shows("ANYONE", words)
                : words.contains("qui") && Signs.shows("ANYONE", words);
        return anyone ? new Whom.Anyone() : null;
    }

    private Person person(String text, List<String> words, Timing timing, Set<Sign> signs, Scene scene) {
        return new Person(
                name(text, timing, signs, scene),
                email(text, words, scene),
                extractor.phone(text).asOptional().orElse(null));
    }

    private @Nullable String name(String text, Timing timing, Set<Sign> signs, Scene scene) {
        var plain = ADDRESS.matcher(text).replaceAll(" ").strip();
        if (plain.isEmpty()) {
            return null;
        }
        if (scene.asked() == Asked.NAME && !signs.contains(Sign.ASKS) && !timing.isSaid()) {
            return extractor.name(plain).asOptional().orElse(null);
        }
        var mayChange = !scene.known().containsKey("name") || signs.contains(Sign.CORRECTS);
        return mayChange ? extractor.mentionedName(plain).asOptional().orElse(null) : null;
    }

    private @Nullable EmailHeard email(String text, List<String> words, Scene scene) {
        var written = extractor.email(text).asOptional();
        if (written.isPresent()) {
            return new EmailHeard.Written(written.get().address(), written.get().suggestion());
        }
        var asked = scene.asked() == Asked.EMAIL;
        if (AT_SIGN.matcher(text).find() && (asked || scene.running() == Scene.Running.QUOTE)) {
            return new EmailHeard.Broken(text.strip());
        }
        return asked && Signs.shows("NO_EMAIL", words) ? new EmailHeard.Declined() : null;
    }

    /// What they describe: asked for it, in the message that asks for a quote, or as a detail that comes later.
    private @Nullable String need(String text, Intent intent, Set<Sign> signs, Scene scene) {
        var running = scene.running() == Scene.Running.QUOTE;
        var describes = scene.asked() == Asked.NEED
                || intent == Intent.QUOTE
                || running && intent == Intent.OTHER && !signs.contains(Sign.ACKNOWLEDGES);
        var answersElse =
                running && scene.asked() != Asked.NEED && AT_SIGN.matcher(text).find();
        return describes && !answersElse ? extractor.need(text).asOptional().orElse(null) : null;
    }

    private static @Nullable Integer choice(String text, List<String> words, Scene scene) {
        var asked = scene.asked() == Asked.SLOT || scene.asked() == Asked.WHICH_BOOKING;
        var matcher = CHOICE.matcher(text);
        if (!asked || words.size() > SHORT || !matcher.find()) {
            return null;
        }
        for (var number = 1; number <= 3; number++) {
            if (matcher.group(number) != null) {
                return number;
            }
        }
        return -1;
    }
}
