package fr.accueil.router.speech;

import fr.accueil.agenda.hours.ClosedBecause;
import fr.accueil.agenda.time.TimeRange;
import fr.accueil.router.wording.Dates;
import fr.accueil.router.wording.Wording;
import java.time.LocalDate;
import java.util.List;

/// Why something is not taken, in words.
record Refusals(Wording wording) {

    String say(Why why) {
        var dates = new Dates(wording.language());
        return switch (why) {
            case Why.BrokenEmail(var text) -> sentence("email").replace("{text}", text);
            case Why.Past() -> sentence("past");
            case Why.Closed(var day, var because) -> closed(day, because, dates);
            case Why.TooLong(var closing) -> sentence("long").replace("{closing}", dates.hour(closing.toLocalTime()));
            case Why.TooSoon(var earliest) -> sentence("soon").replace("{earliest}", dates.moment(earliest));
            case Why.TooFar(var lastDay) -> sentence("far").replace("{lastDay}", dates.day(lastDay));
            case Why.SlotTaken(var start) -> sentence("taken").replace("{start}", dates.moment(start));
            case Why.NothingFree() -> sentence("nothing");
            case Why.Away(var who) ->
                who.size() == 1 ? sentence("away").replace("{who}", who.getFirst()) : sentence("away.everybody");
            case Why.NotTheirs(var practitioner, var others) ->
                others.isEmpty()
                        ? sentence("theirs.nobody").replace("{who}", practitioner)
                        : sentence("theirs")
                                .replace("{who}", practitioner)
                                .replace("{others}", String.join(", ", others));
            case Why.NotTogether(var services) ->
                sentence("together").replace("{services}", String.join(", ", services));
            case Why.NotBooked(var services) -> sentence("unbooked").replace("{services}", String.join(", ", services));
            case Why.NoSuchTime() -> sentence("time");
        };
    }

    private String closed(LocalDate day, ClosedBecause because, Dates dates) {
        return switch (because) {
            case ClosedBecause.Weekday(var weekday) ->
                sentence("closed.weekday").replace("{weekday}", dates.weekday(weekday));
            case ClosedBecause.Holiday(var holiday) ->
                sentence("closed.holiday").replace("{day}", dates.day(day)).replace("{label}", holiday.frenchName());
            case ClosedBecause.ExceptionalClosing(var label) ->
                sentence("closed.exception").replace("{day}", dates.day(day)).replace("{label}", label);
            case ClosedBecause.OutsideHours(var openAt) ->
                sentence("closed.hours").replace("{day}", dates.day(day)).replace("{hours}", hours(openAt, dates));
        };
    }

    private String hours(List<TimeRange> ranges, Dates dates) {
        return String.join(
                " " + wording.sentence("and") + " ",
                ranges.stream()
                        .map(it -> wording.sentence("from.to")
                                .replace("{from}", dates.hour(it.from()))
                                .replace("{to}", dates.hour(it.to())))
                        .toList());
    }

    private String sentence(String name) {
        return wording.sentence("refused." + name);
    }
}
