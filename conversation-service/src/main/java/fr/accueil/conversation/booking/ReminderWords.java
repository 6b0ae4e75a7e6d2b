package fr.accueil.conversation.booking;

import fr.accueil.conversation.tenant.Tenant;
import fr.accueil.events.ChangeEvent.BookedService;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// How a customer is reminded, from `wording/reminder_….properties`.
final class ReminderWords {

    private final Locale locale;
    private final ResourceBundle words;
    private final SpokenTime spoken;

    ReminderWords(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                "wording.reminder",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.spoken = new SpokenTime(words, locale);
    }

    String freeText(Booking booking, Tenant tenant, ZoneId zone) {
        var services = booking.services().stream().map(BookedService::name).collect(Collectors.joining(" + "));
        return new MessageFormat(words.getString(tenant.formal() ? "reminder" : "reminder.tu"), locale)
                .format(new Object[] {
                    oneLine(booking.customerName()), date(booking, zone), time(booking, zone), services, tenant.name()
                });
    }

    /// By number and by name: a template takes those that it has.
    Map<String, String> variables(Booking booking, ZoneId zone) {
        var variables = new HashMap<String, String>();
        put(variables, "1", "name", oneLine(booking.customerName()));
        put(variables, "2", "date", date(booking, zone));
        put(variables, "3", "time", time(booking, zone));
        put(variables, "4", "booking", booking.id().toString());
        return variables;
    }

    private String date(Booking booking, ZoneId zone) {
        return spoken.date(booking.start(), zone);
    }

    private String time(Booking booking, ZoneId zone) {
        return spoken.time(booking.start(), zone);
    }

    private static void put(Map<String, String> variables, String number, String name, String value) {
        variables.put(number, value);
        variables.put(name, value);
    }

    private static String oneLine(String name) {
        return name.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
