package fr.accueil.router.quote;

import fr.accueil.events.MessageId;
import fr.accueil.language.extraction.Agreement;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.Flow.Draft;
import fr.accueil.router.flow.FlowEvent;
import fr.accueil.router.flow.FlowEvent.FlowMoved;
import fr.accueil.router.flow.FlowEvent.FlowStarted;
import fr.accueil.router.flow.FlowEvent.LeadCaptured;
import fr.accueil.router.flow.FlowKind;
import fr.accueil.router.flow.Situation;
import fr.accueil.router.flow.Step;
import fr.accueil.router.speech.Content;
import fr.accueil.router.speech.Content.AskedFor;
import fr.accueil.router.speech.Content.EmailSuggested;
import fr.accueil.router.speech.Content.LeadDone;
import fr.accueil.router.speech.Content.PhotoAttached;
import fr.accueil.router.speech.Content.Refused;
import fr.accueil.router.speech.Why;
import fr.accueil.router.understanding.Asked;
import fr.accueil.router.understanding.EmailHeard;
import fr.accueil.router.understanding.Intent;
import fr.accueil.router.understanding.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes a quote request one step further: need, name, e-mail, and a phone when WhatsApp gives none. Once all is there
/// it is captured.
public final class TakeQuote {

    private final Situation situation;

    public TakeQuote(Situation situation) {
        this.situation = situation;
    }

    /// Whether the message says something about this request.
    public static boolean concerns(Flow.Quote flow, Reading reading) {
        var slots = reading.slots();
        var describes = slots.need() != null
                && (flow.asked() == Asked.NEED || reading.intent() == Intent.QUOTE || reading.intent() == Intent.OTHER);
        return describes || slots.person().isSaid() || slots.agreement() != null && flow.asked() == Asked.EMAIL_MEANT;
    }

    /// @param need what is known of it before they describe it: the services of a booking that became a quote
    public Step start(List<String> need) {
        var customer = situation.memory().customer();
        var phone = situation.phone() == null ? customer.phone() : situation.phone();
        var draft = new Draft(need, false, customer.name(), customer.email(), null, false, phone, List.of());
        return go(new Flow.Quote(situation.ids().lead(), draft, Asked.NEED), List.of())
                .following(List.of(new FlowStarted(FlowKind.QUOTE)));
    }

    public Step advance(Flow.Quote flow) {
        return go(flow, List.of());
    }

    /// Says once more what is to be answered.
    public Step resume(Flow.Quote flow) {
        return asks(flow, missing(flow.draft()).orElse(flow.asked()), List.of());
    }

    /// Photos and documents belong to it.
    public static Flow.Quote attach(Flow.Quote flow, List<MessageId> photos) {
        var draft = flow.draft();
        var all = new ArrayList<>(draft.photos());
        all.addAll(photos);
        return new Flow.Quote(
                flow.lead(),
                new Draft(
                        draft.need(),
                        draft.detailed(),
                        draft.name(),
                        draft.email(),
                        draft.suggestion(),
                        draft.withoutEmail(),
                        draft.phone(),
                        all),
                flow.asked());
    }

    private Step go(Flow.Quote before, List<Content> first) {
        var contents = new ArrayList<>(first);
        var flow = situation.photos().isEmpty() ? before : attach(before, situation.photos());
        if (!situation.photos().isEmpty()) {
            contents.add(new PhotoAttached(flow.draft().photos().size()));
        }
        var draft = heard(flow);
        if (situation.reading().slots().person().email() instanceof EmailHeard.Broken(var text)) {
            contents.add(new Refused(new Why.BrokenEmail(text)));
            return asks(with(flow, draft), Asked.EMAIL, contents);
        }
        if (draft.suggestion() != null) {
            contents.add(new EmailSuggested(draft.suggestion()));
            return moved(with(flow, draft, Asked.EMAIL_MEANT), contents, List.of());
        }
        return missing(draft)
                .map(asked -> asks(with(flow, draft), asked, contents))
                .orElseGet(() -> capture(flow, draft, contents));
    }

    private Draft heard(Flow.Quote flow) {
        var draft = flow.draft();
        var slots = situation.reading().slots();
        var person = slots.person();
        var said = slots.need();
        var described = said != null;
        var need = said == null ? draft.need() : plus(draft.need(), said);
        var email = emailHeard(draft);
        return new Draft(
                need,
                draft.detailed() || described,
                person.name() == null ? draft.name() : person.name(),
                email.address(),
                email.suggestion(),
                draft.withoutEmail() || person.email() instanceof EmailHeard.Declined,
                person.phone() == null ? draft.phone() : person.phone(),
                draft.photos());
    }

    private record Email(@Nullable String address, @Nullable String suggestion) {}

    /// What was suggested stands once they say yes; at a no, what they wrote.
    private Email emailHeard(Draft draft) {
        var slots = situation.reading().slots();
        if (slots.person().email() instanceof EmailHeard.Written(var address, var suggestion)) {
            var insists = draft.suggestion() != null && address.equalsIgnoreCase(draft.email());
            return new Email(address, insists || address.equalsIgnoreCase(suggestion) ? null : suggestion);
        }
        if (draft.suggestion() == null || slots.agreement() == null) {
            return new Email(draft.email(), draft.suggestion());
        }
        return new Email(slots.agreement() == Agreement.YES ? draft.suggestion() : draft.email(), null);
    }

    private static List<String> plus(List<String> need, String more) {
        var all = new ArrayList<>(need);
        if (!all.contains(more)) {
            all.add(more);
        }
        return all;
    }

    private static Optional<Asked> missing(Draft draft) {
        if (!draft.detailed()) {
            return Optional.of(Asked.NEED);
        }
        if (draft.name() == null) {
            return Optional.of(Asked.NAME);
        }
        if (draft.email() == null && !(draft.withoutEmail() && draft.phone() != null)) {
            return Optional.of(draft.withoutEmail() ? Asked.PHONE : Asked.EMAIL);
        }
        return draft.phone() == null ? Optional.of(Asked.PHONE) : Optional.empty();
    }

    private Step capture(Flow.Quote flow, Draft draft, List<Content> first) {
        var name = draft.name() == null ? "" : draft.name();
        var contents = new ArrayList<>(first);
        contents.add(new LeadDone(
                name,
                draft.email(),
                draft.phone(),
                draft.photos().size(),
                situation.agenda().presence()));
        var captured = new LeadCaptured(
                flow.lead(), name, draft.email(), draft.phone(), String.join("\n", draft.need()), draft.photos());
        return new Step.Says(contents, List.of(captured, new FlowMoved(new Flow.None())));
    }

    private static Step asks(Flow.Quote flow, Asked asked, List<Content> first) {
        var contents = new ArrayList<>(first);
        contents.add(new AskedFor(asked));
        return moved(with(flow, flow.draft(), asked), contents, List.of());
    }

    private static Flow.Quote with(Flow.Quote flow, Draft draft) {
        return with(flow, draft, flow.asked());
    }

    private static Flow.Quote with(Flow.Quote flow, Draft draft, Asked asked) {
        return new Flow.Quote(flow.lead(), draft, asked);
    }

    private static Step moved(Flow.Quote flow, List<Content> contents, List<FlowEvent> before) {
        return new Step.Says(contents, List.of(new FlowMoved(flow))).following(before);
    }
}
