package fr.accueil.conversation.booking;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/// Day and time as customers read them, in the patterns `date…` and `time…` of the words around them.
record SpokenTime(ResourceBundle words, Locale locale) {

    String date(Instant instant, ZoneId zone) {
        var day = instant.atZone(zone);
        var key = day.getDayOfMonth() == 1 ? "date.first" : "date";
        return DateTimeFormatter.ofPattern(words.getString(key), locale).format(day);
    }

    String time(Instant instant, ZoneId zone) {
        var time = instant.atZone(zone);
        var key = time.getMinute() == 0 ? "time.hour" : "time";
        return DateTimeFormatter.ofPattern(words.getString(key), locale).format(time);
    }
}
