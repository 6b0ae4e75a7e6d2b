package fr.accueil.language.intent;

import java.util.Locale;
import java.util.Map;

/// What a message is for.
public enum Intent {
    /// Wants information, whether an answer is known or not.
    FAQ,
    /// Wants an appointment or a visit, or to move one.
    BOOKING,
    /// Wants a price for a project of their own.
    QUOTE,
    /// Wants a person.
    HUMAN(1.7),
    /// Is unhappy with this business; irony included.
    COMPLAINT(1.7),
    /// Gives up an appointment.
    CANCEL_BOOKING,
    /// Wants no more messages.
    OPT_OUT(1.7),
    /// Says hello, nothing else.
    GREETING,
    /// Thanks or praises, nothing else.
    THANKS,
    /// None of these.
    OTHER;

    private final double gravity;

    Intent() {
        this(1);
    }

    Intent(double gravity) {
        this.gravity = gravity;
    }

    /// As it is called in training and evaluation files.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Intent ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /// The intent to act on. A missed complaint angers a customer, a missed opt-out breaks the law, a missed call for a
    /// person is a dead end: their probability weighs more than its own size.
    public static Intent gravest(Map<Intent, Float> probabilities) {
        var gravest = OTHER;
        double most = 0;
        for (var probability : probabilities.entrySet()) {
            double weight = probability.getValue() * probability.getKey().gravity;
            if (weight > most) {
                most = weight;
                gravest = probability.getKey();
            }
        }
        return gravest;
    }
}
