package fr.accueil.router.booking;

import fr.accueil.agenda.VisitRequest.Whom;
import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.language.extraction.Agreement;
import fr.accueil.language.extraction.DayWish;
import fr.accueil.language.extraction.HourWish;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.Aim;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.FlowEvent;
import fr.accueil.router.flow.FlowEvent.CancellationAsked;
import fr.accueil.router.flow.FlowEvent.FlowMoved;
import fr.accueil.router.flow.FlowEvent.FlowStarted;
import fr.accueil.router.flow.FlowKind;
import fr.accueil.router.flow.OwnBooking;
import fr.accueil.router.flow.Situation;
import fr.accueil.router.flow.Stage;
import fr.accueil.router.flow.Step;
import fr.accueil.router.flow.Wishes;
import fr.accueil.router.speech.Content;
import fr.accueil.router.speech.Content.AskedToCancel;
import fr.accueil.router.speech.Content.AskedWhich;
import fr.accueil.router.speech.Content.Kept;
import fr.accueil.router.speech.Matter;
import fr.accueil.router.understanding.Intent;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Sign;
import fr.accueil.router.understanding.Slots;
import fr.accueil.router.understanding.Timing;
import java.time.LocalDate;
import java.util.List;

/// Moves and cancels a customer's own bookings: which one, where to, and whether they are sure.
public final class ChangeBooking {

    private final AgendaView.Known agenda;
    private final Situation situation;

    public ChangeBooking(AgendaView.Known agenda, Situation situation) {
        this.agenda = agenda;
        this.situation = situation;
    }

    /// Whether a message about appointments is about one that they have. A day and a correction, and no service: the
    /// one that they have is to be on another day.
    public boolean isMove(Reading reading) {
        var corrects = reading.shows(Sign.CORRECTS)
                && reading.slots().timing().isSaid()
                && reading.slots().services().isEmpty();
        return !agenda.own().isEmpty() && (reading.shows(Sign.MOVES) || corrects);
    }

    public Step startMove() {
        var timing = fromOneDayToAnother(situation.reading().slots().timing());
        var named = named(timing);
        if (named.size() == 1 && (agenda.own().size() > 1 || timing.hour() == null)) {
            return move(named.getFirst(), Timing.of(null, timing.hour()));
        }
        if (agenda.own().size() == 1) {
            return move(agenda.own().getFirst(), timing);
        }
        return which(true, Wishes.NONE.on(timing.day()).at(timing.hour()));
    }

    /// "De vendredi à samedi" is the day that it is on, and the day that it is to be on.
    private Timing fromOneDayToAnother(Timing timing) {
        return timing.day() instanceof DayWish.During(var first, var last)
                        && agenda.own().stream().anyMatch(it -> dayOf(it).equals(first))
                ? new Timing(new DayWish.On(last), timing.hour(), timing.relative(), timing.anytime())
                : timing;
    }

    public Step startCancelling() {
        if (agenda.own().isEmpty()) {
            return new Step.PassesOn(HandoverReason.NO_ANSWER_KNOWN, Matter.CANCELLATION, List.of());
        }
        var named = named(situation.reading().slots().timing());
        if (named.size() == 1) {
            return askToCancel(named.getFirst());
        }
        return agenda.own().size() == 1 ? askToCancel(agenda.own().getFirst()) : which(false, Wishes.NONE);
    }

    /// Where a customer who tapped a reminder's button goes on.
    public Step startMove(OwnBooking booking) {
        return move(booking, Timing.UNSAID);
    }

    public Step startCancelling(OwnBooking booking) {
        return askToCancel(booking);
    }

    public static boolean concerns(Flow.ChoosingBooking flow, Slots slots) {
        return slots.choice() != null
                || slots.timing().isSaid()
                || !slots.services().isEmpty();
    }

    public Step advance(Flow.ChoosingBooking flow) {
        var slots = situation.reading().slots();
        var number =
                slots.choice() == null ? 0 : slots.choice() < 0 ? flow.among().size() : slots.choice();
        var meant = number >= 1 && number <= flow.among().size()
                ? List.of(flow.among().get(number - 1))
                : flow.among().stream().filter(it -> isMeant(it, slots)).toList();
        if (meant.size() != 1) {
            return resume(flow);
        }
        return flow.toMove()
                ? move(
                        meant.getFirst(),
                        Timing.of(flow.wishes().day(), flow.wishes().hour()))
                : askToCancel(meant.getFirst());
    }

    public Step resume(Flow.ChoosingBooking flow) {
        return new Step.Says(List.of(asked(flow.among())), List.of(new FlowMoved(flow)));
    }

    public static boolean concerns(Flow.Cancelling flow, Reading reading) {
        return reading.slots().agreement() != null
                || reading.slots().timing().isSaid()
                || reading.intent() == Intent.CANCEL_BOOKING;
    }

    public Step advance(Flow.Cancelling flow) {
        var reading = situation.reading();
        var slots = reading.slots();
        if (slots.agreement() == Agreement.NO) {
            return slots.timing().isSaid() || reading.shows(Sign.MOVES)
                    ? move(flow.booking(), slots.timing())
                    : keep(flow);
        }
        if (slots.agreement() == Agreement.YES || reading.intent() == Intent.CANCEL_BOOKING) {
            var waiting = new Stage.Waiting(situation.messages(), reading.language());
            return new Step.Waits(
                    List.of(),
                    List.of(
                            new CancellationAsked(flow.booking().id()),
                            new FlowMoved(new Flow.Cancelling(flow.booking(), waiting))));
        }
        return slots.timing().isSaid() || reading.shows(Sign.MOVES)
                ? move(flow.booking(), slots.timing())
                : resume(flow);
    }

    public Step resume(Flow.Cancelling flow) {
        return says(flow, new AskedToCancel(agenda.told(flow.booking(), null)), List.of());
    }

    public Step keep(Flow.Cancelling flow) {
        return says(new Flow.None(), new Kept(agenda.told(flow.booking(), null)), List.of());
    }

    private Step askToCancel(OwnBooking booking) {
        return says(
                new Flow.Cancelling(booking, new Stage.Confirming()),
                new AskedToCancel(agenda.told(booking, null)),
                List.of(new FlowStarted(FlowKind.CANCELLATION)));
    }

    private Step move(OwnBooking booking, Timing timing) {
        var start = agenda.at(booking.start());
        var wishes = new Wishes(
                booking.services(),
                timing.day(),
                timing.hour(),
                booking.practitioner() == null ? null : new Whom.Only(booking.practitioner()),
                situation.memory().customer().name(),
                start.toLocalDate(),
                new HourWish.At(start.toLocalTime()));
        return new TakeBooking(agenda, situation)
                .start(new Aim.Move(booking), wishes, timing)
                .following(List.of(new FlowStarted(FlowKind.MOVE)));
    }

    private Step which(boolean toMove, Wishes wishes) {
        return says(
                new Flow.ChoosingBooking(agenda.own(), toMove, wishes),
                asked(agenda.own()),
                List.of(new FlowStarted(toMove ? FlowKind.MOVE : FlowKind.CANCELLATION)));
    }

    private AskedWhich asked(List<OwnBooking> among) {
        return new AskedWhich(among.stream().map(it -> agenda.told(it, null)).toList());
    }

    /// Those on the day that the message speaks of.
    private List<OwnBooking> named(Timing timing) {
        return timing.day() instanceof DayWish.On(var date)
                ? agenda.own().stream().filter(it -> dayOf(it).equals(date)).toList()
                : List.of();
    }

    private boolean isMeant(OwnBooking booking, Slots slots) {
        var timing = slots.timing();
        var byDay = timing.day() instanceof DayWish.On(var date) && date.equals(dayOf(booking));
        var byHour = timing.hour() instanceof HourWish.At(var time)
                && time.equals(agenda.at(booking.start()).toLocalTime());
        return byDay || byHour || booking.services().stream().anyMatch(slots.services()::contains);
    }

    private LocalDate dayOf(OwnBooking booking) {
        return agenda.at(booking.start()).toLocalDate();
    }

    private static Step says(Flow flow, Content content, List<FlowEvent> before) {
        return new Step.Says(List.of(content), List.of(new FlowMoved(flow))).following(before);
    }
}
