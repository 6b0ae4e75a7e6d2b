package fr.accueil.conversation.booking;

import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.events.ChangeEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param nextCursor towards later ones; null at the end
public record BookingPage(
        List<ChangeEvent.Booking> items, @Nullable String nextCursor) {

    /// @param found up to one more than the page holds, which tells that there is a next page
    static BookingPage of(List<Booking> found, int limit) {
        var items = found.stream().limit(limit).map(Booking::toView).toList();
        if (found.size() <= limit) {
            return new BookingPage(items, null);
        }
        var last = items.getLast();
        return new BookingPage(items, new PageCursor(last.start(), last.id().value()).text());
    }
}
