package fr.accueil.conversation.readyfaq;

import fr.accueil.conversation.tenant.Tenant;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a business has said of itself, as it stands in an answer. Pure.
///
/// @param filled what is not in it is not said yet
record Blanks(Map<Blank, String> filled) {

    private static final Pattern MARK = Pattern.compile("\\{([a-z]+)}");

    /// Characters of a list that leaves room for the words around it.
    private static final int LONGEST_LIST = 1500;

    static Blanks of(Tenant tenant, @Nullable HoursSaved hours, List<ServiceSaved> services) {
        var filled = new EnumMap<Blank, String>(Blank.class);
        filled.put(Blank.NAME, tenant.name());
        var address = tenant.address();
        if (address != null) {
            filled.put(Blank.ADDRESS, "%s, %s %s".formatted(address.street(), address.postalCode(), address.city()));
            filled.put(Blank.CITY, address.city());
        }
        if (hours != null && !OpeningSentence.of(hours.week()).isEmpty()) {
            filled.put(Blank.HOURS, OpeningSentence.of(hours.week()));
            filled.put(
                    Blank.CLOSED,
                    " ".concat(OpeningSentence.closed(hours.week())).stripTrailing());
        }
        put(
                filled,
                Blank.PRICES,
                list(services.stream().filter(it -> it.priceCents() != null).toList(), Blanks::price));
        put(filled, Blank.DURATIONS, list(services, it -> duration(it.durationMinutes())));
        return new Blanks(Map.copyOf(filled));
    }

    private static void put(Map<Blank, String> filled, Blank blank, String text) {
        if (!text.isEmpty()) {
            filled.put(blank, text);
        }
    }

    private static String list(List<ServiceSaved> services, Function<ServiceSaved, String> says) {
        var list = new StringJoiner("\n");
        for (var service : services) {
            var line = "• " + service.name() + "\u00a0: " + says.apply(service);
            if (list.length() + line.length() >= LONGEST_LIST) {
                break;
            }
            list.add(line);
        }
        return list.toString();
    }

    private static String price(ServiceSaved service) {
        var cents = service.priceCents() == null ? 0 : service.priceCents();
        var euros = cents % 100 == 0 ? "%d".formatted(cents / 100) : "%d,%02d".formatted(cents / 100, cents % 100);
        return (service.priceFrom() ? "à partir de " : "") + euros + "\u00a0€";
    }

    private static String duration(int minutes) {
        if (minutes < 60) {
            return minutes + "\u00a0min";
        }
        return minutes % 60 == 0
                ? minutes / 60 + "\u00a0h"
                : "%d\u00a0h\u00a0%02d".formatted(minutes / 60, minutes % 60);
    }

    /// What the text needs and nobody has said yet.
    List<Blank> missing(String text) {
        return Arrays.stream(Blank.values())
                .filter(it -> text.contains(it.mark()) && !filled.containsKey(it))
                .toList();
    }

    /// The text with what is known in its places.
    String fill(String text) {
        return MARK.matcher(text).replaceAll(it -> {
            var blank = Blank.valueOf(it.group(1).toUpperCase(Locale.ROOT));
            return Matcher.quoteReplacement(filled.getOrDefault(blank, it.group()));
        });
    }
}
