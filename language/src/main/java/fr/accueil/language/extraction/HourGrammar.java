package fr.accueil.language.extraction;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Every hour and part of a day that a message names, in its order.
final class HourGrammar {

    private static final Map<String, HourWish.PartOfDay> PARTS = Map.of(
            "matin", HourWish.PartOfDay.MORNING,
            "apresmidi", HourWish.PartOfDay.AFTERNOON,
            "soir", HourWish.PartOfDay.EVENING,
            "midi", HourWish.PartOfDay.NOON);

    /// Ways to name a part of the day without its name.
    private static final Map<String, HourWish.PartOfDay> PHRASES = Map.ofEntries(
            Map.entry("fin de journee", HourWish.PartOfDay.EVENING),
            Map.entry("por la demain", HourWish.PartOfDay.MORNING),
            Map.entry("de la demain", HourWish.PartOfDay.MORNING),
            Map.entry("fin de jour", HourWish.PartOfDay.EVENING),
            Map.entry("fin de j", HourWish.PartOfDay.EVENING),
            Map.entry("debut de journee", HourWish.PartOfDay.MORNING),
            Map.entry("debut de jour", HourWish.PartOfDay.MORNING),
            Map.entry("de bonne h", HourWish.PartOfDay.MORNING),
            Map.entry("apres le boulot", HourWish.PartOfDay.EVENING),
            Map.entry("apres le travail", HourWish.PartOfDay.EVENING),
            Map.entry("apres le taf", HourWish.PartOfDay.EVENING),
            Map.entry("apres mon travail", HourWish.PartOfDay.EVENING),
            Map.entry("apres mon boulot", HourWish.PartOfDay.EVENING),
            Map.entry("apres mon taf", HourWish.PartOfDay.EVENING),
            Map.entry("apres boulot", HourWish.PartOfDay.EVENING),
            Map.entry("apres travail", HourWish.PartOfDay.EVENING),
            Map.entry("apres le bureau", HourWish.PartOfDay.EVENING),
            Map.entry("sortie du travail", HourWish.PartOfDay.EVENING),
            Map.entry("sortie du boulot", HourWish.PartOfDay.EVENING),
            Map.entry("apres work", HourWish.PartOfDay.EVENING),
            Map.entry("pause dejeuner", HourWish.PartOfDay.NOON),
            Map.entry("pause dej", HourWish.PartOfDay.NOON),
            Map.entry("h du dejeuner", HourWish.PartOfDay.NOON),
            Map.entry("h du repas", HourWish.PartOfDay.NOON),
            Map.entry("pause de midi", HourWish.PartOfDay.NOON),
            Map.entry("apres manger", HourWish.PartOfDay.AFTERNOON),
            Map.entry("apres dejeuner", HourWish.PartOfDay.AFTERNOON),
            Map.entry("apres le dejeuner", HourWish.PartOfDay.AFTERNOON),
            Map.entry("apres le repas", HourWish.PartOfDay.AFTERNOON),
            Map.entry("apres la sieste", HourWish.PartOfDay.AFTERNOON));

    private static final Set<String> LENIENT_AFTER = Set.of("vers", "a", "at", "las");
    private static final Set<String> CLOSERS = Set.of("et", "a", "jusqua", "jusque", "-", "/", "to", "ou", "au");
    private static final Set<String> DURATION_BEFORE = Set.of(
            "pendant",
            "dure",
            "durer",
            "depuis",
            "massage",
            "soin",
            "seance",
            "duree",
            "forfait",
            "prestation",
            "en",
            "sous",
            "dans",
            "environ",
            "prend",
            "y",
            "toutes",
            "bonne");
    private static final Set<String> CONNECTORS = Set.of(",", "et", "mais", "-");

    static HourWish.@Nullable PartOfDay part(String word) {
        return PARTS.get(word);
    }

    static boolean isPart(Words words, int i) {
        return PARTS.containsKey(words.read(i));
    }

    List<Mention<HourWish>> read(Words words, boolean asked) {
        var found = new ArrayList<Mention<HourWish>>();
        int i = 0;
        while (i < words.size()) {
            var mention = at(words, i, asked);
            if (mention == null) {
                i++;
            } else {
                add(words, found, mention);
                i = mention.to();
            }
        }
        return found;
    }

    /// `après 14h mais avant 16h` is one interval.
    private static void add(Words words, List<Mention<HourWish>> found, Mention<HourWish> mention) {
        var before = found.isEmpty() ? null : found.getLast();
        if (before != null
                && words.skip(before.to(), CONNECTORS) >= mention.from()
                && mention.value() instanceof HourWish.Until until
                && before.value() instanceof HourWish.From from
                && from.time().isBefore(until.time())) {
            found.removeLast();
            found.add(new Mention<>(new HourWish.Between(from.time(), until.time()), before.from(), mention.to()));
        } else {
            found.add(mention);
        }
    }

    private static @Nullable Mention<HourWish> at(Words words, int i, boolean asked) {
        var interval = interval(words, i);
        if (interval != null) {
            return interval;
        }
        var open = OpenHours.at(words, i);
        if (open != null) {
            return open;
        }
        var phrase = phrase(words, i);
        if (phrase != null) {
            return phrase;
        }
        boolean bareToo = asked && (words.in(i - 1, LENIENT_AFTER) || i == 0 && words.size() <= 3);
        var clock = ClockTime.at(words, i, bareToo);
        if (clock != null && !(words.is(i, "midi") && words.is(i - 1, "le", "ce") && clock.length() == 1)) {
            return isDuration(words, clock) ? null : exact(words, clock);
        }
        var part = PARTS.get(words.read(i));
        return part == null ? null : new Mention<>(part, i, i + 1);
    }

    private static @Nullable Mention<HourWish> phrase(Words words, int i) {
        for (var phrase : PHRASES.entrySet()) {
            if (words.says(i, phrase.getKey())) {
                return new Mention<>(phrase.getValue(), i, i + phrase.getKey().split(" ").length);
            }
        }
        return null;
    }

    private static Mention<HourWish> exact(Words words, Mention<ClockTime> clock) {
        var time = clock.value().toTime();
        int at = words.skip(clock.to(), Set.of("grand", "au", "le"));
        if (words.is(at, "max", "maxi", "maximum") || words.says(clock.to(), "au plus tard")) {
            return clock.saying(new HourWish.Until(time));
        }
        if (words.is(at, "min", "mini", "minimum")
                || words.says(clock.to(), "au plus tot")
                || words.says(clock.to(), "ou apres")
                || words.says(clock.to(), "et apres")
                || words.says(clock.to(), "ou plus tard")
                || words.says(clock.to(), "et plus")) {
            return clock.saying(new HourWish.From(time));
        }
        return clock.saying(new HourWish.At(time));
    }

    /// `massage de 1h`, `depuis 2h`, `sous 48h` are lengths.
    private static boolean isDuration(Words words, Mention<ClockTime> clock) {
        int before = clock.from() - 1;
        if (clock.value().half() != null) {
            return false;
        }
        boolean small = clock.value().hour() <= 3;
        return words.in(before, DURATION_BEFORE) && small
                || words.is(before, "d", "de") && small && !words.is(before - 1, "partir")
                || words.is(before, "depuis", "dans", "sous", "pendant")
                || words.says(before - 1, "y a")
                || words.says(clock.to(), "de route")
                || words.says(clock.to(), "de retard");
    }

    /// `entre 14 et 16h`, `de 9h à 11h`, `10h-12h`.
    private static @Nullable Mention<HourWish> interval(Words words, int i) {
        boolean opened = words.is(i, "entre", "de", "apartir", "from");
        int at = opened ? words.skip(i + 1, Set.of("les", "l", "vers", "las")) : i;
        if (!opened && words.is(i - 1, "pas")) {
            return null;
        }
        var first = ClockTime.at(words, at, true);
        if (first == null || !words.in(first.to(), CLOSERS)) {
            return null;
        }
        boolean and = words.is(first.to(), "et", "ou");
        if (and && !words.is(i, "entre") || first.value().bare() && words.is(first.to(), "au")) {
            return null;
        }
        var second = ClockTime.at(words, words.skip(first.to() + 1, Set.of("les", "vers", "las")), true);
        if (second == null
                || first.value().bare()
                        && second.value().bare()
                        && !opened
                        && second.value().half() == null) {
            return null;
        }
        return between(first.value(), second.value(), i, second.to());
    }

    private static @Nullable Mention<HourWish> between(ClockTime first, ClockTime second, int from, int to) {
        LocalTime until = second.toTime();
        boolean sameHalf = first.hour() <= second.hour() && first.hour() != 12;
        var start = (sameHalf ? first.orIn(second.half()) : first).toTime();
        if (!start.isBefore(until) && until.getHour() < 12) {
            until = until.plusHours(12);
        }
        return start.isBefore(until) ? new Mention<>(new HourWish.Between(start, until), from, to) : null;
    }
}
