package fr.accueil.agenda.workspace;

import fr.accueil.agenda.Refusal;
import fr.accueil.agenda.hours.ClosedBecause;

/// Why a slot is refused, in the one word of `SlotTaken`.
public final class RefusalReason {

    /// Somebody else has it: what is heard, too, when it was free a moment ago.
    public static final String TAKEN = "taken";

    private RefusalReason() {}

    public static String of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NobodyDoesIt _ -> "nobody_does_it";
            case Refusal.NobodyDoesAll _ -> "nobody_does_all";
            case Refusal.NotTheirs _ -> "not_theirs";
            case Refusal.Past _ -> "past";
            case Refusal.Closed closed -> of(closed.why());
            case Refusal.DoesNotFit _ -> "does_not_fit";
            case Refusal.TooSoon _ -> "too_soon";
            case Refusal.TooFar _ -> "too_far";
            case Refusal.Away _ -> "away";
            case Refusal.Taken _ -> TAKEN;
            case Refusal.OffGrid _ -> "off_grid";
            case Refusal.NoSuchTime _ -> "no_such_time";
        };
    }

    private static String of(ClosedBecause why) {
        return switch (why) {
            case ClosedBecause.Weekday _, ClosedBecause.ExceptionalClosing _ -> "closed";
            case ClosedBecause.Holiday _ -> "holiday";
            case ClosedBecause.OutsideHours _ -> "outside_hours";
        };
    }
}
