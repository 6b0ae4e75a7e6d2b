package fr.accueil.language.extraction;

import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An hour as spoken, before it is known which half of the day it is in.
///
/// @param half the half of the day that was said with it
/// @param bare a number alone, which only its neighbours make an hour
record ClockTime(int hour, int minute, HourWish.@Nullable PartOfDay half, boolean bare) {

    private static final Set<String> UNITS = Set.of(
            "ans",
            "an",
            "euros",
            "euro",
            "€",
            "eur",
            "cm",
            "mm",
            "m",
            "m2",
            "km",
            "kg",
            "%",
            "rue",
            "avenue",
            "boulevard",
            "min",
            "minutes",
            "mn",
            "jour",
            "semaine",
            "mois",
            "fois",
            "personnes",
            "pers",
            "enfants",
            "pieces",
            "/",
            "-",
            "bis",
            "etage",
            "etages",
            "e",
            "eme",
            "place",
            "impasse",
            "allee",
            "chemin",
            "litres",
            "watts",
            "prises",
            "spots",
            "portes",
            "fenetres",
            "doigts",
            "ongles",
            "seances",
            "seance",
            "invites",
            "robinets",
            "chambres",
            "zones",
            "copines",
            "amies",
            "adultes",
            "places",
            "ampoules",
            "radiateurs");

    static @Nullable Mention<ClockTime> at(Words words, int i, boolean bareToo) {
        var midday = midday(words, i);
        var time = midday == null ? clock(words, i) : midday;
        if (time == null && bareToo) {
            time = bare(words, i);
        }
        return time == null ? null : withHalf(words, time);
    }

    private static @Nullable Mention<ClockTime> midday(Words words, int i) {
        if (!words.is(i, "midi", "minuit")) {
            return null;
        }
        int hour = words.is(i, "midi") ? 12 : 0;
        int link = words.is(i + 1, "et") ? i + 2 : i + 1;
        if (words.is(link, "demi")) {
            return of(hour, 30, i, link + 1);
        }
        return withMinutes(words, hour, i, i + 1);
    }

    private static @Nullable Mention<ClockTime> clock(Words words, int i) {
        var compact = compact(words, i);
        if (compact != null) {
            return compact;
        }
        var number = NumberWords.at(words, i);
        if (number == null || number.value() > 24 || words.is(i - 1, "/") && words.glued(i)) {
            return null;
        }
        int hour = number.value() == 24 ? 0 : number.value();
        int at = number.to();
        if (words.is(at, ":", ".") && words.glued(at) && isMinutes(words, at + 1) && words.glued(at + 1)) {
            boolean longer = words.is(at + 2, ".", "/", "-", ":") && words.isNumber(at + 3) && words.glued(at + 3);
            return longer
                    ? null
                    : of(hour, Integer.parseInt(words.read(at + 1)), i, words.is(at + 2, "h") ? at + 3 : at + 2);
        }
        if (words.is(at, "am", "pm") || words.says(at, "a m") || words.says(at, "p m")) {
            return of(hour, 0, i, at);
        }
        if (words.says(at, "o clock")) {
            return of(hour, 0, i, at + 2);
        }
        if (words.is(at, "y", "et", "moins") && words.is(at + 1, "demie", "quart") && words.isNumber(i)) {
            return withMinutes(words, hour, i, at);
        }
        if (!words.is(at, "h") || words.is(at + 1, "/") && words.glued(at + 1) && words.is(at + 2, "24")) {
            return null;
        }
        if (words.says(at + 1, "pile") || words.says(at + 1, "tapante")) {
            return of(hour, 0, i, at + 2);
        }
        return withMinutes(words, hour, i, at + 1);
    }

    /// `1330`, where a clock's four figures stand alone.
    private static @Nullable Mention<ClockTime> compact(Words words, int i) {
        if (!words.isNumber(i) || words.read(i).length() != 4 || words.isNumber(i - 1) || words.isNumber(i + 1)) {
            return null;
        }
        int hour = Integer.parseInt(words.read(i).substring(0, 2));
        int minute = Integer.parseInt(words.read(i).substring(2));
        boolean plain = hour >= 6 && hour < 24 && minute < 60 && minute % 5 == 0 && !words.in(i + 1, UNITS);
        boolean year = hour == 20 && minute >= 20 && !words.is(i - 1, "a", "vers");
        return plain && !year && !words.glued(i) ? of(hour, minute, i, i + 1) : null;
    }

    private static Mention<ClockTime> withMinutes(Words words, int hour, int from, int at) {
        if (words.is(at, "et", "y")) {
            if (words.is(at + 1, "demie", "demi")) {
                return of(hour, 30, from, at + 2);
            }
            if (words.is(at + 1, "quart")) {
                return of(hour, 15, from, at + 2);
            }
            return of(hour, 0, from, at);
        }
        if (words.is(at, "moins")) {
            return before(words, hour, from, at);
        }
        if (words.is(at, "demie", "quart") || words.says(at, "trois quart")) {
            return of(hour, words.is(at, "demie") ? 30 : 15, from, at + 1);
        }
        if (words.isNumber(at)) {
            return isMinutes(words, at) && !words.in(at + 1, UNITS) && !words.is(at + 1, "h") && !words.isNumber(at + 1)
                    ? of(hour, Integer.parseInt(words.read(at)), from, at + 1)
                    : of(hour, 0, from, at);
        }
        var spoken = NumberWords.at(words, at);
        return spoken != null && spoken.value() >= 5 && spoken.value() < 60 && !words.is(spoken.to(), "h")
                ? of(hour, spoken.value(), from, spoken.to())
                : of(hour, 0, from, at);
    }

    private static Mention<ClockTime> before(Words words, int hour, int from, int at) {
        int earlier = (hour + 23) % 24;
        int quart = words.is(at + 1, "le") ? at + 2 : at + 1;
        if (words.is(quart, "quart")) {
            return of(earlier, 45, from, quart + 1);
        }
        var minutes = NumberWords.at(words, at + 1);
        return minutes != null && minutes.value() > 0 && minutes.value() < 60
                ? of(earlier, 60 - minutes.value(), from, minutes.to())
                : of(hour, 0, from, at);
    }

    private static @Nullable Mention<ClockTime> bare(Words words, int i) {
        var number = NumberWords.at(words, i);
        if (number == null || number.value() > 23 || number.value() == 0) {
            return null;
        }
        boolean other = words.in(number.to(), UNITS) && !isRangeMark(words, number.to())
                || words.isNumber(number.to())
                || words.is(number.to(), ".") && words.isNumber(number.to() + 1) && words.glued(number.to() + 1);
        return other ? null : new Mention<>(new ClockTime(number.value(), 0, null, true), number.from(), number.to());
    }

    /// `9-11h`, but not `9-11`, which is a day.
    private static boolean isRangeMark(Words words, int i) {
        return words.is(i, "/", "-") && (!words.isNumber(i + 1) || words.is(i + 2, "h"));
    }

    private static Mention<ClockTime> withHalf(Words words, Mention<ClockTime> time) {
        int at = time.to();
        if (words.is(at, "am", "pm")) {
            return time.value()
                    .in(words.is(at, "pm") ? HourWish.PartOfDay.AFTERNOON : HourWish.PartOfDay.MORNING, time, at + 1);
        }
        if (words.says(at, "p m") || words.says(at, "a m")) {
            return time.value()
                    .in(words.is(at, "p") ? HourWish.PartOfDay.AFTERNOON : HourWish.PartOfDay.MORNING, time, at + 2);
        }
        at = words.skip(at, Set.of("du", "de", "l", "la", "le", "in", "dans", "por", "ce", "cet", "d"));
        var half = HourGrammar.part(words.read(at));
        return half == null || half == HourWish.PartOfDay.NOON || words.is(time.to(), ",")
                ? time
                : time.value().in(half, time, at + 1);
    }

    private Mention<ClockTime> in(HourWish.PartOfDay part, Mention<ClockTime> time, int to) {
        return new Mention<>(new ClockTime(hour, minute, part, bare), time.from(), to);
    }

    ClockTime orIn(HourWish.@Nullable PartOfDay other) {
        return half == null ? new ClockTime(hour, minute, other, bare) : this;
    }

    /// Nobody comes at 3 in the night: an early hour without a word is one of the afternoon.
    LocalTime toTime() {
        boolean later = half == HourWish.PartOfDay.AFTERNOON || half == HourWish.PartOfDay.EVENING;
        boolean early = half == null && hour >= 1 && hour <= 6;
        if (half == HourWish.PartOfDay.MORNING && hour == 12) {
            return LocalTime.of(12, minute);
        }
        return LocalTime.of((later || early) && hour < 12 ? hour + 12 : hour, minute);
    }

    private static boolean isMinutes(Words words, int i) {
        return words.isNumber(i) && words.read(i).length() == 2 && Integer.parseInt(words.read(i)) < 60;
    }

    private static Mention<ClockTime> of(int hour, int minute, int from, int to) {
        return new Mention<>(new ClockTime(hour, minute, null, false), from, to);
    }
}
