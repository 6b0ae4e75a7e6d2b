package fr.accueil.router.evaluation;

import fr.accueil.agenda.DayPart;
import fr.accueil.router.evaluation.SampleSet.SlotAnswer;
import fr.accueil.router.evaluation.SlotScore.Outcome;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether a value is the one that was meant, by the rule of what was asked.
final class SlotComparison {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private SlotComparison() {}

    static Outcome outcome(SlotAnswer answer, @Nullable String predicted) {
        var wanted = answer.wanted();
        if (predicted == null) {
            return wanted.nothing() ? Outcome.RIGHT : Outcome.NOT_FOUND;
        }
        if (answer.asked().equals("need")) {
            return needs(answer, predicted) ? Outcome.RIGHT : Outcome.WRONG;
        }
        if (wanted.values().stream().anyMatch(it -> same(answer.asked(), it, predicted))) {
            return Outcome.RIGHT;
        }
        return wanted.values().stream().anyMatch(it -> within(answer.asked(), it, predicted))
                ? Outcome.WITHIN
                : Outcome.WRONG;
    }

    /// As a value of the running flow, where intervals count as they are.
    static boolean same(String asked, String expected, String given) {
        return switch (asked) {
            case "name" -> expected.strip().equalsIgnoreCase(given.strip());
            case "email" -> expected.strip().equalsIgnoreCase(given.strip());
            case "datetime" -> expected.equals(given) || isDayOfHalfDay(expected, given);
            default -> expected.equals(given);
        };
    }

    /// Whether the text has one word of each group, ignoring case and accents.
    static boolean contains(String text, List<List<String>> groups) {
        var plain = plain(text);
        return groups.stream()
                .allMatch(group -> group.stream().map(SlotComparison::plain).anyMatch(plain::contains));
    }

    private static boolean needs(SlotAnswer answer, String predicted) {
        return !answer.mustContain().isEmpty() && contains(predicted, answer.mustContain());
    }

    static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace("œ", "oe")
                .replace("Œ", "oe")
                .toLowerCase(Locale.ROOT);
    }

    /// A date alone for a day and a part of it: the bot then asks for the hour.
    private static boolean isDayOfHalfDay(String expected, String given) {
        return expected.startsWith(given + "T")
                && part(expected.substring(given.length() + 1)).isPresent();
    }

    private static boolean within(String asked, String expected, String given) {
        return switch (asked) {
            case "date" -> dayWithin(expected, given);
            case "time" -> timeWithin(expected, given);
            case "datetime" -> momentWithin(expected, given);
            default -> false;
        };
    }

    private static boolean momentWithin(String expected, String given) {
        var meant = expected.split("T", 2);
        var said = given.split("T", 2);
        if (meant.length != said.length) {
            return false;
        }
        boolean day = meant[0].equals(said[0]) || dayWithin(meant[0], said[0]);
        return day && (meant.length == 1 || meant[1].equals(said[1]) || timeWithin(meant[1], said[1]));
    }

    private static boolean dayWithin(String expected, String given) {
        var ends = expected.split("/", 2);
        var day = date(given);
        if (ends.length < 2 || day.isEmpty()) {
            return false;
        }
        return !day.get().isBefore(LocalDate.parse(ends[0])) && !day.get().isAfter(LocalDate.parse(ends[1]));
    }

    private static boolean timeWithin(String expected, String given) {
        var time = time(given);
        if (time.isEmpty()) {
            return false;
        }
        var part = part(expected);
        if (part.isPresent()) {
            return part.get().starts().contains(time.get());
        }
        var ends = expected.split("/", 2);
        if (ends.length < 2) {
            return false;
        }
        boolean afterStart = ends[0].isEmpty() || !time.get().isBefore(LocalTime.parse(ends[0]));
        boolean beforeEnd = ends[1].isEmpty() || !time.get().isAfter(LocalTime.parse(ends[1]));
        return afterStart && beforeEnd;
    }

    private static Optional<DayPart> part(String name) {
        return Arrays.stream(DayPart.values())
                .filter(it -> it.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
