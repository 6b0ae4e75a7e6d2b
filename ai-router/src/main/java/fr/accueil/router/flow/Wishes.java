package fr.accueil.router.flow;

import fr.accueil.agenda.VisitRequest;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.language.extraction.DayWish;
import fr.accueil.language.extraction.HourWish;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer wishes of a visit, as far as it is known. What was refused is not in it.
///
/// @param whom null while nothing was said of it
/// @param name under which it is booked
/// @param lastDay the day that was last spoken of, refused or not: what "la veille" counts from
/// @param lastHour the same of the hour: "même heure"
public record Wishes(
        List<ServiceId> services,
        @Nullable DayWish day,
        @Nullable HourWish hour,
        VisitRequest.@Nullable Whom whom,
        @Nullable String name,
        @Nullable LocalDate lastDay,
        @Nullable HourWish lastHour) {

    public static final Wishes NONE = new Wishes(List.of(), null, null, null, null, null, null);

    public Wishes {
        services = List.copyOf(services);
    }

    public Wishes forServices(List<ServiceId> others) {
        return new Wishes(others, day, hour, whom, name, lastDay, lastHour);
    }

    public Wishes with(VisitRequest.@Nullable Whom other) {
        return new Wishes(services, day, hour, other, name, lastDay, lastHour);
    }

    public Wishes named(@Nullable String other) {
        return new Wishes(services, day, hour, whom, other, lastDay, lastHour);
    }

    public Wishes on(@Nullable DayWish other) {
        return new Wishes(
                services, other, hour, whom, name, other instanceof DayWish.On(var date) ? date : lastDay, lastHour);
    }

    public Wishes at(@Nullable HourWish other) {
        return new Wishes(services, day, other, whom, name, lastDay, other == null ? lastHour : other);
    }

    public VisitRequest toRequest() {
        return new VisitRequest(services, whom == null ? new VisitRequest.Whom.Anyone() : whom);
    }
}
