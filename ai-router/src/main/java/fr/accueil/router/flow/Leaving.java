package fr.accueil.router.flow;

import fr.accueil.router.flow.FlowEvent.FlowAbandoned;
import fr.accueil.router.flow.FlowEvent.FlowMoved;
import fr.accueil.router.flow.FlowEvent.SlotReleased;
import java.util.ArrayList;
import java.util.List;

/// What is to be done about a flow that is left before its end.
public final class Leaving {

    private Leaving() {}

    /// What was held is free again; the flow counts as abandoned and is gone.
    public static List<FlowEvent> behind(Flow flow) {
        var events = new ArrayList<FlowEvent>();
        if (flow instanceof Flow.Booking booking) {
            events.addAll(release(booking));
        }
        FlowFacts.kind(flow).ifPresent(kind -> {
            events.add(new FlowAbandoned(kind));
            events.add(new FlowMoved(new Flow.None()));
        });
        return List.copyOf(events);
    }

    /// Gives up the slot that is held, when one is.
    public static List<FlowEvent> release(Flow.Booking booking) {
        var isKept = booking.pick() instanceof Pick.Picked picked && picked.keeping() != Pick.Keeping.RELEASED;
        return isKept && !booking.isWaiting() ? List.of(new SlotReleased(booking.booking())) : List.of();
    }
}
