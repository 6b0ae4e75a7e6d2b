package fr.accueil.router.booking;

import fr.accueil.agenda.Resource;
import fr.accueil.agenda.Slot;
import fr.accueil.agenda.Verdict;
import fr.accueil.agenda.VisitRequest.Whom;
import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.events.BookingId;
import fr.accueil.language.extraction.Agreement;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.Aim;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.FlowEvent;
import fr.accueil.router.flow.FlowEvent.BookingAsked;
import fr.accueil.router.flow.FlowEvent.FlowMoved;
import fr.accueil.router.flow.FlowEvent.FlowStarted;
import fr.accueil.router.flow.FlowEvent.SlotHoldAsked;
import fr.accueil.router.flow.FlowKind;
import fr.accueil.router.flow.Leaving;
import fr.accueil.router.flow.Pick;
import fr.accueil.router.flow.Situation;
import fr.accueil.router.flow.Stage;
import fr.accueil.router.flow.Step;
import fr.accueil.router.flow.Wishes;
import fr.accueil.router.speech.Content;
import fr.accueil.router.speech.Content.Abandoned;
import fr.accueil.router.speech.Content.AskedFor;
import fr.accueil.router.speech.Content.AskedWhatToChange;
import fr.accueil.router.speech.Content.Proposed;
import fr.accueil.router.speech.Content.ReadBack;
import fr.accueil.router.speech.Content.Refused;
import fr.accueil.router.understanding.Asked;
import fr.accueil.router.understanding.Slots;
import fr.accueil.router.understanding.Timing;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Takes a booking one step further: asks for what is missing, refuses what cannot be, holds what is free, reads it
/// back, and asks for it once the customer agrees.
public final class TakeBooking {

    private final AgendaView.Known agenda;
    private final Situation situation;

    public TakeBooking(AgendaView.Known agenda, Situation situation) {
        this.agenda = agenda;
        this.situation = situation;
    }

    /// Whether the message says something about this booking.
    public static boolean concerns(Flow.Booking flow, Slots slots) {
        var answers = switch (flow.stage()) {
            case Stage.Asking(var asked) -> slots.agreement() != null && asked != Asked.NAME;
            case Stage.Choosing _, Stage.Confirming _ -> slots.agreement() != null || slots.choice() != null;
            case Stage.Waiting _ -> false;
        };
        return answers
                || slots.timing().isSaid()
                || !slots.services().isEmpty()
                || slots.whom() != null
                || slots.person().name() != null;
    }

    public Step start() {
        var name = situation.memory().customer().name();
        var reading = situation.reading();
        var flow = opening(new Aim.NewVisit(), Wishes.NONE.named(name));
        return go(flow, HearWishes.of(flow, reading, agenda.now().getZone()))
                .following(List.of(new FlowStarted(FlowKind.BOOKING)));
    }

    /// @param timing what the message says of the new time
    Step start(Aim.Move aim, Wishes wishes, Timing timing) {
        var flow = opening(aim, wishes);
        var said = Slots.NONE.with(new Timing(
                timing.day(),
                timing.hour(),
                situation.reading().slots().timing().relative(),
                timing.anytime()));
        return go(
                flow,
                HearWishes.of(flow, situation.reading().with(said), agenda.now().getZone()));
    }

    private Flow.Booking opening(Aim aim, Wishes wishes) {
        return new Flow.Booking(
                situation.ids().booking(), aim, wishes, new Pick.Open(), new Stage.Asking(Asked.SERVICE));
    }

    public Step advance(Flow.Booking flow) {
        var wishes = HearWishes.of(flow, situation.reading(), agenda.now().getZone());
        var changed = !wishes.equals(flow.wishes())
                || situation.reading().slots().timing().isSaid();
        if (flow.pick() instanceof Pick.Lost(var start) && !changed) {
            return refuse(flow, search(flow).lost(wishes, start));
        }
        if (changed) {
            return named(flow, wishes) ? read(flow.wishing(wishes)) : go(flow, chosen(flow, wishes));
        }
        return answer(flow, situation.reading().slots());
    }

    /// Says once more what is to be answered.
    public Step resume(Flow.Booking flow) {
        return go(flow, flow.wishes());
    }

    /// Only the name has come, and the slot stands.
    private boolean named(Flow.Booking flow, Wishes wishes) {
        return flow.pick() instanceof Pick.Picked
                && wishes.named(null).equals(flow.wishes().named(null))
                && !situation.reading().slots().timing().isSaid();
    }

    private Step answer(Flow.Booking flow, Slots slots) {
        if (flow.stage() instanceof Stage.Choosing(var proposed)) {
            return choose(flow, proposed, slots);
        }
        if (slots.agreement() == Agreement.NO) {
            return withheld(flow);
        }
        if (slots.agreement() == Agreement.YES
                && flow.pick() instanceof Pick.Picked picked
                && flow.wishes().name() != null) {
            return confirm(flow, picked, flow.wishes().name());
        }
        return resume(flow);
    }

    private Step choose(Flow.Booking flow, List<Instant> proposed, Slots slots) {
        var proposals = new Proposals(agenda, proposed);
        var chosen = proposals.chosen(slots);
        if (chosen.isPresent()) {
            return go(flow, proposals.at(flow.wishes(), chosen.get()));
        }
        return slots.agreement() == Agreement.NO
                ? ask(flow.wishing(flow.wishes().on(null).at(null)), Asked.MOMENT, List.of())
                : says(flow, List.of(new Proposed(times(proposed)), new AskedFor(Asked.SLOT)), List.of());
    }

    /// Not to be booked as it was read back. Asked what to change and still no: it is given up.
    private Step withheld(Flow.Booking flow) {
        if (flow.stage() instanceof Stage.Confirming) {
            return says(flow.at(new Stage.Asking(Asked.MOMENT)), List.of(new AskedWhatToChange()), List.of());
        }
        return flow.stage() instanceof Stage.Asking(var asked)
                        && asked == Asked.MOMENT
                        && flow.pick() instanceof Pick.Picked
                ? new Step.Says(List.of(new Abandoned()), Leaving.behind(flow))
                : resume(flow);
    }

    private Wishes chosen(Flow.Booking flow, Wishes wishes) {
        if (!(flow.stage() instanceof Stage.Choosing(var proposed))) {
            return wishes;
        }
        var proposals = new Proposals(agenda, proposed);
        return proposals
                .meant(situation.reading().slots().timing())
                .map(it -> proposals.at(wishes, it))
                .orElse(wishes);
    }

    private Step go(Flow.Booking flow, Wishes wishes) {
        var anytime = situation.reading().slots().timing().anytime();
        return switch (search(flow).find(withOnlyService(wishes), anytime)) {
            case Finding.Missing(var asked) -> ask(flow.wishing(withOnlyService(wishes)), asked, options(asked));
            case Finding.Several(var starts) ->
                says(
                        unpicked(flow).wishing(wishes).at(new Stage.Choosing(starts)),
                        List.of(new Proposed(times(starts)), new AskedFor(Asked.SLOT)),
                        Leaving.release(flow));
            case Finding.Impossible impossible
            when takesSomeoneElse(flow, impossible) ->
                pick(
                                flow.wishing(withOnlyService(wishes).with(null)),
                                impossible.withSomeoneElse().orElseThrow())
                        .after(List.of(new Refused(impossible.why())));
            case Finding.Impossible impossible -> refuse(flow, impossible);
            case Finding.Free(var slot) -> pick(flow.wishing(withOnlyService(wishes)), slot);
        };
    }

    /// Who moves a visit, and did not ask for the same person again, hardly cares; nor who has no other choice.
    private boolean takesSomeoneElse(Flow.Booking flow, Finding.Impossible impossible) {
        var asksForNobody =
                flow.aim() instanceof Aim.Move && situation.reading().slots().whom() == null;
        return impossible.withSomeoneElse().isPresent()
                && (asksForNobody || impossible.instead().isEmpty());
    }

    /// Where only one thing can be booked, it is that.
    private Wishes withOnlyService(Wishes wishes) {
        return wishes.services().isEmpty() && agenda.services().size() == 1
                ? wishes.forServices(List.copyOf(agenda.services().keySet()))
                : wishes;
    }

    private Step ask(Flow.Booking flow, Asked asked, List<String> options) {
        return says(
                unpicked(flow).at(new Stage.Asking(asked)),
                List.of(new AskedFor(asked, options)),
                Leaving.release(flow));
    }

    private Step refuse(Flow.Booking flow, Finding.Impossible impossible) {
        var contents = new ArrayList<Content>();
        contents.add(new Refused(impossible.why()));
        var instead = impossible.instead();
        if (!instead.isEmpty()) {
            contents.add(new Proposed(times(instead)));
        }
        contents.add(new AskedFor(instead.isEmpty() ? impossible.again() : Asked.SLOT, options(impossible.again())));
        var stage = instead.isEmpty() ? new Stage.Asking(impossible.again()) : new Stage.Choosing(instead);
        return says(unpicked(flow).wishing(impossible.left()).at(stage), contents, Leaving.release(flow));
    }

    private Step pick(Flow.Booking flow, Slot slot) {
        var picked = new Pick.Picked(slot.start(), slot.end(), practitioner(slot.resource()), Pick.Keeping.ASKED);
        if (isSame(flow, picked)) {
            return read(flow);
        }
        var hold = new SlotHoldAsked(
                flow.booking(), flow.wishes().services(), wanted(flow.wishes()), slot.start(), replaced(flow.aim()));
        return read(flow.picking(picked)).following(List.of(hold));
    }

    /// The same slot as before, and still kept.
    private static boolean isSame(Flow.Booking flow, Pick.Picked picked) {
        return flow.pick() instanceof Pick.Picked before
                && before.keeping() != Pick.Keeping.RELEASED
                && before.start().equals(picked.start())
                && before.end().equals(picked.end())
                && Objects.equals(before.practitioner(), picked.practitioner());
    }

    /// Reads all back, or asks for the one thing that is missing.
    private Step read(Flow.Booking flow) {
        if (flow.wishes().name() == null) {
            return says(flow.at(new Stage.Asking(Asked.NAME)), List.of(new AskedFor(Asked.NAME)), List.of());
        }
        return says(flow.at(new Stage.Confirming()), List.of(readBack(flow)), List.of());
    }

    private Content readBack(Flow.Booking flow) {
        var told = new Tell(agenda);
        return new ReadBack(
                told.visit(flow), flow.aim() instanceof Aim.Move(var moved) ? agenda.told(moved, null) : null);
    }

    /// Nothing is called booked before conversation-service has said so.
    private Step confirm(Flow.Booking flow, Pick.Picked picked, String name) {
        if (search(flow).check(flow.wishes(), picked.start()) instanceof Verdict.Refused) {
            return refuse(flow, search(flow).lost(flow.wishes(), picked.start()));
        }
        var asked = new BookingAsked(
                flow.booking(),
                flow.wishes().services(),
                wanted(flow.wishes()),
                picked.start(),
                name,
                situation.phone() == null ? situation.memory().customer().phone() : situation.phone(),
                replaced(flow.aim()));
        var waiting =
                new Stage.Waiting(situation.messages(), situation.reading().language());
        return new Step.Waits(List.of(), List.of(asked, new FlowMoved(flow.at(waiting))));
    }

    private SearchAgenda search(Flow.Booking flow) {
        return SearchAgenda.of(agenda, flow);
    }

    private List<ZonedDateTime> times(List<Instant> starts) {
        return starts.stream().map(agenda::at).toList();
    }

    private List<String> options(Asked asked) {
        return switch (asked) {
            case SERVICE -> List.copyOf(agenda.services().values());
            case PRACTITIONER -> List.copyOf(agenda.team().values());
            default -> List.of();
        };
    }

    private static Flow.Booking unpicked(Flow.Booking flow) {
        return flow.picking(new Pick.Open());
    }

    private static Step says(Flow.Booking flow, List<Content> contents, List<FlowEvent> before) {
        var events = new ArrayList<>(before);
        events.add(new FlowMoved(flow));
        return new Step.Says(contents, events);
    }

    private static @Nullable PractitionerId practitioner(Resource resource) {
        return resource instanceof Resource.WithPractitioner(var practitioner) ? practitioner : null;
    }

    private static @Nullable PractitionerId wanted(Wishes wishes) {
        return wishes.whom() instanceof Whom.Only(var practitioner) ? practitioner : null;
    }

    private static @Nullable BookingId replaced(Aim aim) {
        return aim instanceof Aim.Move(var moved) ? moved.id() : null;
    }
}
