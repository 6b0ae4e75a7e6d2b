package fr.accueil.router.speech;

import static java.util.stream.Collectors.joining;

import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.speech.Content.Abandoned;
import fr.accueil.router.speech.Content.Acknowledged;
import fr.accueil.router.speech.Content.AskedFor;
import fr.accueil.router.speech.Content.AskedToCancel;
import fr.accueil.router.speech.Content.AskedWhatToChange;
import fr.accueil.router.speech.Content.AskedWhich;
import fr.accueil.router.speech.Content.BookingDone;
import fr.accueil.router.speech.Content.Cancelled;
import fr.accueil.router.speech.Content.EmailSuggested;
import fr.accueil.router.speech.Content.FaqGiven;
import fr.accueil.router.speech.Content.Greeted;
import fr.accueil.router.speech.Content.Kept;
import fr.accueil.router.speech.Content.LeadDone;
import fr.accueil.router.speech.Content.Moved;
import fr.accueil.router.speech.Content.NotCaught;
import fr.accueil.router.speech.Content.OtherLanguage;
import fr.accueil.router.speech.Content.PassedOn;
import fr.accueil.router.speech.Content.PhotoAttached;
import fr.accueil.router.speech.Content.Proposed;
import fr.accueil.router.speech.Content.QuestionNoted;
import fr.accueil.router.speech.Content.ReadBack;
import fr.accueil.router.speech.Content.Reconfirmed;
import fr.accueil.router.speech.Content.Refused;
import fr.accueil.router.speech.Content.Resumed;
import fr.accueil.router.speech.Content.SafetyWords;
import fr.accueil.router.speech.Content.Sticker;
import fr.accueil.router.speech.Content.StillWaiting;
import fr.accueil.router.speech.Content.Stopped;
import fr.accueil.router.speech.Content.Thanked;
import fr.accueil.router.speech.Content.Unclear;
import fr.accueil.router.speech.Content.VoiceNote;
import fr.accueil.router.understanding.Phrasing;
import fr.accueil.router.wording.Dates;
import fr.accueil.router.wording.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts what the assistant says into words: the business's own for its FAQs, the bundle's for the rest.
public final class Utterance {

    private static final Pattern VOWEL = Pattern.compile("[aeiouyàâäéèêëîïôöùûüAEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜ]");

    /// More than these are not listed: the customer says it in their own words.
    private static final int MOST_OPTIONS = 8;

    private final Wording wording;
    private final Dates dates;
    private final boolean introduces;

    private Utterance(Wording wording, boolean introduces) {
        this.wording = wording;
        this.dates = new Dates(wording.language());
        this.introduces = introduces;
    }

    /// @param business empty while its copy is not there: the sentences then name nobody
    public static String of(Said said, Optional<Business> business) {
        var wording = new Wording(
                switch (said.language()) {
                    case FRENCH, OTHER -> Locale.FRENCH;
                    case ENGLISH -> Locale.ENGLISH;
                },
                business.map(Business::formal).orElse(true));
        var utterance = new Utterance(wording, said.introduces());
        var words = utterance.all(said.contents());
        return said.introduces() ? introduction(wording, business) + " " + words + signature(business) : words;
    }

    /// Under what is written first alone: later on the customer knows whose words they are.
    private static String signature(Optional<Business> business) {
        return business.map(Business::signature).map(it -> "\n\n" + it).orElse("");
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

    /// What a FAQ answers, and what saves a life, stands by itself; the rest is one paragraph.
    private String all(List<Content> contents) {
        var words = new StringBuilder();
        Content before = null;
        for (var content : contents) {
            if (before != null) {
                words.append(standsAlone(before) ? "\n\n" : " ");
            }
            words.append(content(content));
            before = content;
        }
        return words.toString();
    }

    private static boolean standsAlone(Content content) {
        return content instanceof FaqGiven || content instanceof SafetyWords;
    }

    private String content(Content content) {
        return switch (content) {
            case Greeted() -> say(introduces ? "greeting.first" : "greeting");
            case Thanked() -> say("thanks");
            case Acknowledged() -> say("acknowledged");
            case Unclear() -> say("unclear");
            case NotCaught() -> say("notcaught");
            case VoiceNote() -> say("voice");
            case Sticker() -> say("sticker");
            case OtherLanguage() -> say("other.language");
            case FaqGiven(var faqs, var again, var phrasing) -> given(faqs, again, phrasing);
            case QuestionNoted() -> say("question.noted");
            case PassedOn(var matter, var presence) -> passedOn(matter, presence);
            case SafetyWords(var urgency) -> say("safety." + urgency.name());
            case StillWaiting(var presence) -> stillWaiting(presence);
            case Stopped() -> say("stopped");
            case Resumed() -> say("resumed");
            case AskedFor(var slot, var options) -> askedFor(slot.name(), options);
            case Refused(var why) -> new Refusals(wording).say(why);
            case Proposed(var starts) ->
                starts.size() == 1
                        ? say("proposed.one").replace("{first}", dates.moment(starts.getFirst()))
                        : say("proposed")
                                .replace(
                                        "{slots}",
                                        joined(
                                                starts.stream()
                                                        .map(dates::moment)
                                                        .toList(),
                                                "or"));
            case ReadBack(var visit, var instead) -> readBack(visit, instead);
            case AskedWhatToChange() -> say("ask.change");
            case BookingDone(var visit) -> visit("done", visit);
            case Moved(var visit) -> visit("moved", visit);
            case AskedToCancel(var visit) -> visit("cancel.ask", visit);
            case Cancelled(var visit) -> visit("cancelled", visit);
            case Kept(var visit) -> visit("kept", visit);
            case Reconfirmed(var visit) -> visit("reconfirmed", visit);
            case AskedWhich(var visits) -> say("which").replace("{visits}", listed(visits));
            case Abandoned() -> say("abandoned");
            case EmailSuggested(var suggestion) -> say("email.suggested").replace("{suggestion}", suggestion);
            case PhotoAttached(var photos) ->
                say(photos == 1 ? "photo.one" : "photo.many").replace("{photos}", String.valueOf(photos));
            case LeadDone lead -> lead(lead);
        };
    }

    private String say(String name) {
        return wording.sentence(name);
    }

    private String given(List<Faq> faqs, boolean again, @Nullable Phrasing phrasing) {
        var answer = phrasing == null ? faqs.stream().map(Faq::answer).collect(joining("\n\n")) : phrasing.text();
        return again ? say("faq.again") + " " + answer : answer;
    }

    private String passedOn(Matter matter, Presence presence) {
        var words = say("passed." + matter.name());
        return switch (presence) {
            case Presence.Soon() -> words;
            case Presence.From(var opening) ->
                words + " " + say("passed.later").replace("{opening}", dates.moment(opening));
        };
    }

    private String stillWaiting(Presence presence) {
        return switch (presence) {
            case Presence.Soon() -> say("waiting.soon");
            case Presence.From(var opening) -> say("waiting.later").replace("{opening}", dates.moment(opening));
        };
    }

    private String askedFor(String slot, List<String> options) {
        var isShort = !options.isEmpty() && options.size() <= MOST_OPTIONS;
        return isShort
                ? say("ask." + slot + ".options").replace("{options}", String.join(", ", options))
                : say("ask." + slot);
    }

    private String readBack(VisitTold visit, @Nullable VisitTold instead) {
        return instead == null
                ? visit("readback", visit)
                : visit("readback.move", visit).replace("{before}", dates.moment(instead.start()));
    }

    private String visit(String sentence, VisitTold visit) {
        return say(sentence)
                .replace("{services}", joined(visit.services(), "and"))
                .replace("{start}", dates.moment(visit.start()))
                .replace("{with}", part("with", "{practitioner}", visit.practitioner()))
                .replace("{name}", part("name", "{name}", visit.name()));
    }

    private String part(String sentence, String place, @Nullable String value) {
        return value == null ? "" : say(sentence).replace(place, value);
    }

    private String listed(List<VisitTold> visits) {
        var lines = new StringBuilder();
        for (var number = 1; number <= visits.size(); number++) {
            var visit = visits.get(number - 1);
            lines.append('\n')
                    .append(number)
                    .append(". ")
                    .append(dates.moment(visit.start()))
                    .append(", ")
                    .append(joined(visit.services(), "and"));
        }
        return lines.toString();
    }

    private String lead(LeadDone lead) {
        var contact = lead.email() == null ? lead.phone() : lead.email();
        return contact == null
                ? say("lead.here").replace("{name}", lead.name())
                : say("lead").replace("{name}", lead.name()).replace("{contact}", contact);
    }

    private String joined(List<String> parts, String word) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " " + say(word) + " " + parts.getLast();
    }
}
