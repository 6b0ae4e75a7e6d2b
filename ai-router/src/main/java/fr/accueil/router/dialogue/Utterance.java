package fr.accueil.router.dialogue;

import static java.util.stream.Collectors.joining;

import fr.accueil.router.dialogue.Said.Content;
import fr.accueil.router.dialogue.Said.Content.AnsweredWith;
import fr.accueil.router.dialogue.Said.Content.Greeted;
import fr.accueil.router.dialogue.Said.Content.PassedOn;
import fr.accueil.router.dialogue.Said.Content.Resumed;
import fr.accueil.router.dialogue.Said.Content.Stopped;
import fr.accueil.router.dialogue.Said.Content.Thanked;
import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.wording.Wording;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Puts what the assistant says into words: the business's own for its FAQs, the bundle's for the rest.
final class Utterance {

    private static final Pattern VOWEL = Pattern.compile("[aeiouyàâäéèêëîïôöùûüAEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜ]");

    private Utterance() {}

    /// @param business empty while its copy is not there: the sentences then name nobody
    static String of(Said said, Optional<Business> business) {
        var wording = new Wording(
                switch (said.language()) {
                    case FRENCH -> Locale.FRENCH;
                    case ENGLISH -> Locale.ENGLISH;
                },
                business.map(Business::formal).orElse(true));
        var content = content(said.content(), said.introduces(), wording);
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
            case AnsweredWith(var faqs) -> faqs.stream().map(Faq::answer).collect(joining("\n\n"));
            case PassedOn(var matter) -> wording.sentence("passed." + matter.name());
            case Stopped() -> wording.sentence("stopped");
            case Resumed() -> wording.sentence("resumed");
        };
    }
}
