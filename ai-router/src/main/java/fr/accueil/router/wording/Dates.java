package fr.accueil.router.wording;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/// Days and hours as a language says them: "vendredi 13 mars à 14 h 30", "Friday 13 March at 2:30 pm".
public record Dates(Locale language) {

    private static final DateTimeFormatter ENGLISH_HOUR = DateTimeFormatter.ofPattern("h:mm a", Locale.UK);

    public String moment(ZonedDateTime moment) {
        return day(moment.toLocalDate()) + (isFrench() ? " à " : " at ") + hour(moment.toLocalTime());
    }

    public String day(LocalDate day) {
        return weekday(day.getDayOfWeek()) + " " + number(day) + " " + name("MMMM", day);
    }

    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, language);
    }

    public String hour(LocalTime time) {
        if (!isFrench()) {
            return ENGLISH_HOUR.format(time).replace(":00", "");
        }
        return time.getMinute() == 0 ? time.getHour() + " h" : "%d h %02d".formatted(time.getHour(), time.getMinute());
    }

    /// The first of a month is *le premier*.
    private String number(LocalDate day) {
        return isFrench() && day.getDayOfMonth() == 1 ? "1er" : String.valueOf(day.getDayOfMonth());
    }

    private String name(String pattern, TemporalAccessor day) {
        return DateTimeFormatter.ofPattern(pattern, language).format(day);
    }

    private boolean isFrench() {
        return language.getLanguage().equals(Locale.FRENCH.getLanguage());
    }
}
