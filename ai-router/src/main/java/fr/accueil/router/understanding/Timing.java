package fr.accueil.router.understanding;

import fr.accueil.language.extraction.DayWish;
import fr.accueil.language.extraction.HourWish;
import org.jspecify.annotations.Nullable;

/// When a customer would come, as far as a message says.
///
/// @param relative said by another time: "même heure", "la veille alors"
/// @param anytime "quand vous voulez"
public record Timing(
        @Nullable DayWish day,
        @Nullable HourWish hour,
        @Nullable Relative relative,
        boolean anytime) {

    public static final Timing UNSAID = new Timing(null, null, null, false);

    public static Timing of(@Nullable DayWish day, @Nullable HourWish hour) {
        return new Timing(day, hour, null, false);
    }

    public boolean isSaid() {
        return day != null || hour != null || relative != null || anytime;
    }
}
