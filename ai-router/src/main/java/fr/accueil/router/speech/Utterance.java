package fr.accueil.router.speech;

import static java.util.stream.Collectors.joining;

import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.speech.Content.FaqGiven;
import fr.accueil.router.speech.Content.Greeted;
import fr.accueil.router.speech.Content.PassedOn;
import fr.accueil.router.speech.Content.Resumed;
import fr.accueil.router.speech.Content.Stopped;
import fr.accueil.router.speech.Content.Thanked;
import fr.accueil.router.wording.Wording;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Puts what the assistant says into words: the business's own for its FAQs, the bundle's for the rest.
public final class Utterance {

    private static final Pattern VOWEL = Pattern.compile("[aeiouyàâäéèêëîïôöùûüAEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜ]");

    private Utterance() {}

    /// @param business empty while its copy is not there: the sentences then name nobody
    public static String of(Said said, Optional<Business> business) {
        var wording = new Wording(
                switch (said.language()) {
                    case FRENCH, OTHER -> Locale.FRENCH;
                    case ENGLISH -> Locale.ENGLISH;
                },
                business.map(Business::formal).orElse(true));
        var content = said.contents().stream()
                .map(it -> content(it, said.introduces(), wording))
                .collect(joining("\n\n"));
        return said.introduces() ? introduction(wording, business) + " " + content : content;
    }

    private static String introduction(Wording wording, Optional<Business> business) {
        return business.map(it -> wording.sentence("introduction")
                        .replace("{ofBusiness}", of(it.name()))
                        .replace("{business}", it.name()))
                .orElseGet(() -> wording.sentence("introduction.unnamed"));
    }

    /// *de* as French has it before a vowel.
    private static String of(String name) {
        return (VOWEL.matcher(name).lookingAt() ? "d'" : "de ") + name;
    }

    private static String content(Content content, boolean introduced, Wording wording) {
        return switch (content) {
            case Greeted() -> wording.sentence(introduced ? "greeting.first" : "greeting");
            case Thanked() -> wording.sentence("thanks");
            case FaqGiven(var faqs, var _, var _) ->
                faqs.stream().map(Faq::answer).collect(joining("\n\n"));
            case PassedOn(var matter, var _) -> wording.sentence("passed." + matter.name());
            case Stopped() -> wording.sentence("stopped");
            case Resumed() -> wording.sentence("resumed");
            default -> "";
        };
    }
}
