package fr.accueil.conversation.calendar;

import fr.accueil.events.ChangeEvent.BookedService;
import fr.accueil.events.ChangeEvent.Booking;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/// Bookings as iCalendar (RFC 5545): times in UTC, and no telephone numbers. Pure.
final class CalendarText {

    private static final int LONGEST_LINE = 75;
    private static final String FOLD = "\r\n ";

    private CalendarText() {}

    static String of(String business, List<Booking> bookings) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Accueil//Agenda//FR"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new Name(business));
        bookings.forEach(it -> calendar.add(event(it)));
        return folded(written(calendar));
    }

    private static VEvent event(Booking booking) {
        var event = new VEvent(false);
        event.add(new Uid(booking.id() + "@accueil"));
        event.add(new DtStamp(booking.createdAt()));
        event.add(new DtStart<>(booking.start()));
        event.add(new DtEnd<>(booking.end()));
        event.add(new Sequence(Math.toIntExact(booking.version())));
        event.add(new Summary(summary(booking)));
        return event;
    }

    private static String summary(Booking booking) {
        var services = booking.services().stream().map(BookedService::name).collect(Collectors.joining(" + "));
        var practitioner = booking.practitioner();
        return "%s, %s%s"
                .formatted(
                        services,
                        booking.customerName(),
                        practitioner == null ? "" : " (%s)".formatted(practitioner.name()));
    }

    private static String written(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// Anew, by bytes: ical4j counts characters, and cuts emoji in two.
    private static String folded(String text) {
        return text.replace(FOLD, "")
                .lines()
                .map(CalendarText::foldedLine)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String foldedLine(String line) {
        var folded = new StringBuilder();
        var length = 0;
        for (var character : line.codePoints().toArray()) {
            var text = Character.toString(character);
            var bytes = text.getBytes(StandardCharsets.UTF_8).length;
            if (length + bytes > LONGEST_LINE) {
                folded.append(FOLD);
                length = 1;
            }
            folded.append(text);
            length += bytes;
        }
        return folded.toString();
    }
}
