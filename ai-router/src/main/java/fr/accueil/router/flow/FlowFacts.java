package fr.accueil.router.flow;

import fr.accueil.agenda.VisitRequest.Whom;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.router.understanding.Asked;
import fr.accueil.router.understanding.Scene.Running;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A flow in short: what it is about, what it waits for, what it knows.
public final class FlowFacts {

    private FlowFacts() {}

    public static Optional<FlowKind> kind(Flow flow) {
        return switch (flow) {
            case Flow.None() -> Optional.empty();
            case Flow.Booking booking -> Optional.of(kind(booking.aim()));
            case Flow.ChoosingBooking choosing ->
                Optional.of(choosing.toMove() ? FlowKind.MOVE : FlowKind.CANCELLATION);
            case Flow.Cancelling _ -> Optional.of(FlowKind.CANCELLATION);
            case Flow.Quote _ -> Optional.of(FlowKind.QUOTE);
        };
    }

    private static FlowKind kind(Aim aim) {
        return switch (aim) {
            case Aim.NewVisit() -> FlowKind.BOOKING;
            case Aim.Move _ -> FlowKind.MOVE;
        };
    }

    public static Running running(Flow flow) {
        return kind(flow).map(FlowKind::toRunning).orElse(Running.NOTHING);
    }

    /// What the customer was asked for last.
    public static Optional<Asked> asked(Flow flow) {
        return switch (flow) {
            case Flow.None() -> Optional.empty();
            case Flow.Booking booking -> asked(booking.stage());
            case Flow.ChoosingBooking _ -> Optional.of(Asked.WHICH_BOOKING);
            case Flow.Cancelling cancelling -> asked(cancelling.stage());
            case Flow.Quote quote -> Optional.of(quote.asked());
        };
    }

    private static Optional<Asked> asked(Stage stage) {
        return switch (stage) {
            case Stage.Asking(var asked) -> Optional.of(asked);
            case Stage.Choosing _ -> Optional.of(Asked.SLOT);
            case Stage.Confirming() -> Optional.of(Asked.AGREEMENT);
            case Stage.Waiting _ -> Optional.empty();
        };
    }

    /// The values that it knows, by name: `service`, `date`, `time`, `practitioner`, `name`, `email`, `phone`, `need`.
    public static Map<String, String> known(Flow flow, ZoneId zone) {
        var known = new LinkedHashMap<String, String>();
        switch (flow) {
            case Flow.None _, Flow.ChoosingBooking _ -> {
                // nothing yet
            }
            case Flow.Booking booking -> put(known, booking, zone);
            case Flow.Cancelling(var booking, var _) -> {
                put(known, "service", join(booking.services()));
                put(known, "date", booking.start().atZone(zone).toLocalDate());
                put(known, "time", booking.start().atZone(zone).toLocalTime());
            }
            case Flow.Quote(var _, var draft, var _) -> {
                put(known, "need", draft.need().isEmpty() ? null : String.join("\n", draft.need()));
                put(known, "name", draft.name());
                put(known, "email", draft.email());
                put(known, "phone", draft.phone());
            }
        }
        return known;
    }

    private static void put(Map<String, String> known, Flow.Booking booking, ZoneId zone) {
        var wishes = booking.wishes();
        put(known, "service", join(wishes.services()));
        if (booking.pick() instanceof Pick.Picked picked) {
            put(known, "date", picked.start().atZone(zone).toLocalDate());
            put(known, "time", picked.start().atZone(zone).toLocalTime());
        } else {
            put(known, "date", wishes.day());
            put(known, "time", wishes.hour());
        }
        put(known, "practitioner", wishes.whom() instanceof Whom.Only(var id) ? id : null);
        put(known, "name", wishes.name());
    }

    private static @Nullable String join(List<ServiceId> services) {
        return services.isEmpty()
                ? null
                : services.stream().map(ServiceId::value).collect(Collectors.joining(","));
    }

    private static void put(Map<String, String> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value.toString());
        }
    }
}
