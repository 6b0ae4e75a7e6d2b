package fr.accueil.conversation.booking;

import fr.accueil.conversation.tenant.Tenant;
import fr.accueil.events.ChangeEvent.BookedService;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How a customer is told what the team did with their booking, from `wording/booking_….properties`.
final class BookingWords {

    private final Locale locale;
    private final ResourceBundle words;
    private final SpokenTime spoken;

    BookingWords(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                "wording.booking",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.spoken = new SpokenTime(words, locale);
    }

    String booked(Booking booking, Tenant tenant, ZoneId zone) {
        return say("booked", tenant, booking, zone, booking.start(), "");
    }

    /// @param before when it was
    String moved(Booking booking, Instant before, Tenant tenant, ZoneId zone) {
        return say("moved", tenant, booking, zone, before, "");
    }

    /// @param reason a sentence of the team's; null for none
    String cancelled(Booking booking, @Nullable String reason, Tenant tenant, ZoneId zone) {
        return say("cancelled", tenant, booking, zone, booking.start(), reason == null ? "" : reason + " ");
    }

    /// As the audit log calls it: without a name.
    String label(Booking booking, ZoneId zone) {
        return "%s, %s, %s"
                .formatted(services(booking), spoken.date(booking.start(), zone), spoken.time(booking.start(), zone));
    }

    private String say(String key, Tenant tenant, Booking booking, ZoneId zone, Instant before, String reason) {
        return new MessageFormat(words.getString(tenant.formal() ? key : key + ".tu"), locale).format(new Object[] {
            booking.customerName(),
            spoken.date(booking.start(), zone),
            spoken.time(booking.start(), zone),
            services(booking),
            tenant.name(),
            spoken.date(before, zone),
            spoken.time(before, zone),
            reason
        });
    }

    private static String services(Booking booking) {
        return booking.services().stream().map(BookedService::name).collect(Collectors.joining(" + "));
    }
}
