package fr.accueil.router.understanding;

import fr.accueil.router.understanding.Scene.Running;

/// Whether a message answers what was asked.
public final class Answering {

    private Answering() {}

    /// Whether it gives what was asked for, or changes what is known.
    public static boolean gives(Slots slots, Scene scene) {
        var timed = slots.timing().isSaid();
        var asked = scene.asked();
        if (asked == null) {
            return false;
        }
        return switch (asked) {
            case SERVICE -> !slots.services().isEmpty() || timed;
            case DAY, HOUR, MOMENT -> timed || !slots.services().isEmpty();
            case SLOT -> timed || slots.choice() != null || slots.agreement() != null;
            case PRACTITIONER -> slots.whom() != null || timed;
            case NAME -> slots.person().name() != null || timed;
            case EMAIL -> slots.person().email() != null;
            case EMAIL_MEANT -> slots.person().email() != null || slots.agreement() != null;
            case PHONE -> slots.person().phone() != null;
            case NEED -> slots.need() != null;
            case AGREEMENT -> slots.agreement() != null || timed;
            case WHICH_BOOKING ->
                slots.choice() != null || timed || !slots.services().isEmpty();
        };
    }

    /// What who answers is after.
    public static Intent intent(Running running) {
        return switch (running) {
            case BOOKING, MOVE -> Intent.BOOKING;
            case CANCELLATION -> Intent.CANCEL_BOOKING;
            case QUOTE -> Intent.QUOTE;
            case NOTHING -> Intent.OTHER;
        };
    }
}
