package fr.accueil.agenda.hours;

import fr.accueil.agenda.time.Stretches;
import java.time.LocalDate;
import java.util.List;

/// What is painted over ordinary hours. Exceptions are a list, and the later one holds where two speak of the same
/// time: holidays in August, then "but open on the 14th", then "and closed at noon that day".
public sealed interface HoursException {

    Span span();

    /// What the customer may be told: "congés d'été", "nocturne de Noël".
    String label();

    record Closing(Span span, String label) implements HoursException {}

    record Opening(Span span, String label) implements HoursException {}

    static HoursException closing(Span span, String label) {
        return new Closing(span, label);
    }

    static HoursException opening(Span span, String label) {
        return new Opening(span, label);
    }

    /// The minutes of this day after all exceptions.
    static Stretches paint(Stretches minutes, LocalDate day, List<HoursException> exceptions) {
        var painted = minutes;
        for (var exception : exceptions) {
            var taken = exception.span().minutesOn(day);
            painted = switch (exception) {
                case Closing _ -> painted.minus(taken);
                case Opening _ -> painted.plus(taken);
            };
        }
        return painted;
    }
}
