package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.language.extraction.DayWish;
import fr.accueil.router.booking.ChangeBooking;
import fr.accueil.router.booking.TakeBooking;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.Aim;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.FlowEvent.QuestionLeftOpen;
import fr.accueil.router.flow.Leaving;
import fr.accueil.router.flow.Situation;
import fr.accueil.router.flow.Step;
import fr.accueil.router.quote.TakeQuote;
import fr.accueil.router.speech.Content;
import fr.accueil.router.speech.Content.Abandoned;
import fr.accueil.router.speech.Content.FaqGiven;
import fr.accueil.router.speech.Content.NotCaught;
import fr.accueil.router.speech.Content.QuestionNoted;
import fr.accueil.router.speech.Content.Thanked;
import fr.accueil.router.speech.Matter;
import fr.accueil.router.understanding.Intent;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Sign;
import java.util.List;
import java.util.Optional;

/// What a message does while something runs: it answers, corrects, asks in between, changes the customer's mind or
/// gives up.
record GoOn(Situation situation) {

    Step with(Flow flow) {
        var reading = situation.reading();
        if (reading.intent() == Intent.CANCEL_BOOKING
                && flow instanceof Flow.Booking moving
                && moving.aim() instanceof Aim.Move(var moved)
                && agenda() instanceof AgendaView.Known known) {
            return new ChangeBooking(known, situation).startCancelling(moved).following(Leaving.behind(flow));
        }
        if (givesUp(flow, reading)) {
            return flow instanceof Flow.Cancelling cancelling && agenda() instanceof AgendaView.Known known
                    ? new ChangeBooking(known, situation).keep(cancelling)
                    : new Step.Says(List.of(new Abandoned()), Leaving.behind(flow));
        }
        if (changesMind(flow, reading)) {
            return changed(flow, reading).following(Leaving.behind(flow));
        }
        var known = reading.intent() == Intent.FAQ ? Knowledge.given(situation) : Optional.<FaqGiven>empty();
        if (known.isPresent()) {
            var step = concerns(flow, reading) ? advance(flow) : resume(flow);
            return step.after(List.of(known.get()));
        }
        return concerns(flow, reading) || !situation.photos().isEmpty() && flow instanceof Flow.Quote
                ? advance(flow)
                : aside(flow, reading);
    }

    /// "Annulez" in the middle of a booking gives that up, unless it names a day on which they have another.
    private boolean givesUp(Flow flow, Reading reading) {
        if (reading.shows(Sign.GIVES_UP)) {
            return true;
        }
        return reading.intent() == Intent.CANCEL_BOOKING
                && !(flow instanceof Flow.Cancelling)
                && !(flow instanceof Flow.ChoosingBooking)
                && !namesOwn(reading);
    }

    private boolean namesOwn(Reading reading) {
        return agenda() instanceof AgendaView.Known known
                && reading.slots().timing().day() instanceof DayWish.On(var date)
                && known.own().stream()
                        .anyMatch(it -> known.at(it.start()).toLocalDate().equals(date));
    }

    private boolean changesMind(Flow flow, Reading reading) {
        return switch (flow) {
            case Flow.Booking _, Flow.Cancelling _, Flow.ChoosingBooking _ ->
                reading.shows(Sign.WANTS_QUOTE)
                        || flow instanceof Flow.Booking && reading.intent() == Intent.CANCEL_BOOKING;
            case Flow.Quote _ -> reading.shows(Sign.WANTS_BOOKING) || reading.intent() == Intent.CANCEL_BOOKING;
            case Flow.None() -> false;
        };
    }

    private Step changed(Flow flow, Reading reading) {
        if (reading.shows(Sign.WANTS_QUOTE) && flow instanceof Flow.Booking booking) {
            var named = agenda() instanceof AgendaView.Known known
                    ? booking.wishes().services().stream().map(known::nameOf).toList()
                    : List.<String>of();
            var bare = reading.with(reading.slots().withoutNeed());
            return new TakeQuote(seen(bare)).start(named);
        }
        return reading.shows(Sign.WANTS_BOOKING) ? new Begin(situation).booking() : new Begin(situation).step();
    }

    private Situation seen(Reading reading) {
        return new Situation(
                reading,
                situation.agenda(),
                situation.memory(),
                situation.ids(),
                situation.messages(),
                situation.text(),
                situation.photos(),
                situation.phone());
    }

    private static boolean concerns(Flow flow, Reading reading) {
        return switch (flow) {
            case Flow.Booking booking -> TakeBooking.concerns(booking, reading.slots());
            case Flow.ChoosingBooking choosing -> ChangeBooking.concerns(choosing, reading.slots());
            case Flow.Cancelling cancelling -> ChangeBooking.concerns(cancelling, reading);
            case Flow.Quote quote -> TakeQuote.concerns(quote, reading);
            case Flow.None() -> false;
        };
    }

    /// Nothing that the flow could use.
    private Step aside(Flow flow, Reading reading) {
        var asks = reading.intent() == Intent.FAQ || reading.shows(Sign.ASKS);
        if (asks) {
            var open = new QuestionLeftOpen(
                    situation.messages().getLast(),
                    situation.text(),
                    situation.reading().nearest());
            return resume(flow).after(List.of(new QuestionNoted())).following(List.of(open));
        }
        return switch (reading.intent()) {
            case THANKS -> resume(flow).after(List.of(new Thanked()));
            case GREETING -> resume(flow);
            case FAQ, BOOKING, QUOTE, HUMAN, COMPLAINT, CANCEL_BOOKING, OPT_OUT, OTHER ->
                reading.shows(Sign.ACKNOWLEDGES) ? resume(flow) : notCaught(flow);
        };
    }

    /// A second time in a row a person takes it.
    private Step notCaught(Flow flow) {
        List<Content> sorry = List.of(new NotCaught());
        return situation.memory().misunderstood() == 0
                ? resume(flow).after(sorry)
                : new Step.PassesOn(HandoverReason.MISUNDERSTOOD, Matter.UNCLEAR, List.of());
    }

    private Step advance(Flow flow) {
        if (flow instanceof Flow.Quote quote) {
            return new TakeQuote(situation).advance(quote);
        }
        return !(agenda() instanceof AgendaView.Known known)
                ? passOn()
                : switch (flow) {
                    case Flow.Booking booking -> new TakeBooking(known, situation).advance(booking);
                    case Flow.ChoosingBooking choosing -> new ChangeBooking(known, situation).advance(choosing);
                    case Flow.Cancelling cancelling -> new ChangeBooking(known, situation).advance(cancelling);
                    case Flow.Quote _, Flow.None _ -> new Begin(situation).step();
                };
    }

    Step resume(Flow flow) {
        if (flow instanceof Flow.Quote quote) {
            return new TakeQuote(situation).resume(quote);
        }
        return !(agenda() instanceof AgendaView.Known known)
                ? passOn()
                : switch (flow) {
                    case Flow.Booking booking -> new TakeBooking(known, situation).resume(booking);
                    case Flow.ChoosingBooking choosing -> new ChangeBooking(known, situation).resume(choosing);
                    case Flow.Cancelling cancelling -> new ChangeBooking(known, situation).resume(cancelling);
                    case Flow.Quote _, Flow.None _ -> new Begin(situation).step();
                };
    }

    /// The agenda is gone in the middle of a booking.
    private static Step passOn() {
        return new Step.PassesOn(HandoverReason.NO_ANSWER_KNOWN, Matter.BOOKING, List.of());
    }

    private AgendaView agenda() {
        return situation.agenda();
    }
}
