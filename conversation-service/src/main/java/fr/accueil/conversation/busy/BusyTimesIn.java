package fr.accueil.conversation.busy;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.RawProperty;
import biweekly.util.ICalDate;
import fr.accueil.events.WorkspaceEvent.BusyPeriod;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/// What an iCalendar (RFC 5545) says is busy within a stretch of time. Pure.
final class BusyTimesIn {

    /// Of our own feed: what is booked here is known.
    private static final String OURS = "@accueil";

    /// Repetitions looked at of one whole calendar, before it is too large.
    private static final int LOOKED_AT = 100_000;

    private static final Duration A_DAY = Duration.ofDays(1);

    private final ICalendar calendar;
    private final ZoneId zone;
    private final Instant from;
    private final Instant until;
    private final List<BusyPeriod> found = new ArrayList<>();
    private int lookedAt;

    private BusyTimesIn(ICalendar calendar, ZoneId zone, Instant from, Instant until) {
        this.calendar = calendar;
        this.zone = zone;
        this.from = from;
        this.until = until;
    }

    /// @param zone of the business: that of whole days, and of times that name none
    /// @return in their order, none touching another
    /// @throws CalendarUnreadable when it is no calendar, or one that repeats without measure
    static List<BusyPeriod> of(String text, ZoneId zone, Instant from, Instant until) {
        var read = new BusyTimesIn(parse(text, zone), zone, from, until);
        read.readAll();
        return joined(read.found);
    }

    private static ICalendar parse(String text, ZoneId zone) {
        try (var reader = new ICalReader(text)) {
            reader.setDefaultTimezone(TimeZone.getTimeZone(zone));
            var calendar = reader.readNext();
            if (calendar == null) {
                throw new CalendarUnreadable(Trouble.NO_CALENDAR);
            }
            return calendar;
        } catch (IOException | IllegalArgumentException e) {
            throw new CalendarUnreadable(Trouble.NO_CALENDAR);
        }
    }

    private void readAll() {
        var events = calendar.getEvents().stream()
                .filter(it -> it.getDateStart() != null && !isOurs(it))
                .toList();
        var changed = changedOccurrences(events);
        for (var event : events) {
            if (isBusy(event)) {
                read(event, event.getRecurrenceId() == null ? changed.getOrDefault(uid(event), Set.of()) : Set.of());
            }
        }
    }

    /// When those occurrences would have been that an event of their own stands for.
    private Map<String, Set<Instant>> changedOccurrences(List<VEvent> events) {
        var changed = new HashMap<String, Set<Instant>>();
        for (var event : events) {
            var replaced = event.getRecurrenceId();
            if (replaced != null) {
                changed.computeIfAbsent(uid(event), _ -> new HashSet<>()).add(toInstant(replaced.getValue()));
            }
        }
        return changed;
    }

    private void read(VEvent event, Set<Instant> changed) {
        var start = event.getDateStart().getValue();
        var length = length(event);
        if (event.getRecurrenceId() != null || event.getRecurrenceRule() == null) {
            add(start, length);
        }
        if (event.getRecurrenceId() != null) {
            return;
        }
        var occurrences = event.getDateIterator(zoneOf(event));
        occurrences.advanceTo(Date.from(from.minus(length.plus(A_DAY))));
        while (occurrences.hasNext()) {
            if (++lookedAt > LOOKED_AT) {
                throw new CalendarUnreadable(Trouble.TOO_LARGE);
            }
            var occurrence = new ICalDate(occurrences.next(), start.hasTime());
            if (!toInstant(occurrence).isBefore(until)) {
                return;
            }
            if (!changed.contains(toInstant(occurrence))) {
                add(occurrence, length);
            }
        }
    }

    private void add(ICalDate start, Duration length) {
        var begins = toInstant(start);
        var ends = start.hasTime() ? begins.plus(length) : startOf(dateOf(start).plusDays(length.toDays()));
        if (begins.isBefore(ends) && begins.isBefore(until) && ends.isAfter(from)) {
            found.add(new BusyPeriod(begins, ends));
        }
    }

    private Duration length(VEvent event) {
        var start = event.getDateStart().getValue();
        var end = event.getDateEnd();
        if (end != null && !start.hasTime()) {
            var days = dateOf(end.getValue()).toEpochDay() - dateOf(start).toEpochDay();
            return Duration.ofDays(Math.max(1, days));
        }
        if (end != null) {
            return Duration.between(toInstant(start), toInstant(end.getValue()));
        }
        var duration = event.getDuration();
        if (duration != null) {
            return Duration.ofMillis(duration.getValue().toMillis());
        }
        return start.hasTime() ? Duration.ZERO : A_DAY;
    }

    private TimeZone zoneOf(VEvent event) {
        var start = event.getDateStart();
        if (!start.getValue().hasTime()) {
            return TimeZone.getDefault();
        }
        if (calendar.getTimezoneInfo().isFloating(start)) {
            return TimeZone.getTimeZone(zone);
        }
        var assigned = assignedTo(start);
        return assigned == null ? TimeZone.getTimeZone("UTC") : assigned;
    }

    private @Nullable TimeZone assignedTo(DateOrDateTimeProperty start) {
        var assignment = calendar.getTimezoneInfo().getTimezone(start);
        return assignment == null ? null : assignment.getTimeZone();
    }

    /// The library holds whole days as midnights where the machine is.
    private Instant toInstant(ICalDate date) {
        return date.hasTime() ? date.toInstant() : startOf(dateOf(date));
    }

    private static LocalDate dateOf(ICalDate date) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(date.getTime()), ZoneId.systemDefault());
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static boolean isOurs(VEvent event) {
        return uid(event).endsWith(OURS);
    }

    private static String uid(VEvent event) {
        var uid = event.getUid();
        return uid == null || uid.getValue() == null ? "" : uid.getValue();
    }

    /// Neither cancelled nor marked as free time.
    private static boolean isBusy(VEvent event) {
        var status = event.getStatus();
        var transparency = event.getTransparency();
        return (status == null || !status.isCancelled())
                && (transparency == null || !transparency.isTransparent())
                && event.getExperimentalProperties("X-MICROSOFT-CDO-BUSYSTATUS").stream()
                        .map(RawProperty::getValue)
                        .noneMatch("FREE"::equalsIgnoreCase);
    }

    private static List<BusyPeriod> joined(List<BusyPeriod> periods) {
        var joined = new ArrayList<BusyPeriod>();
        for (var period :
                periods.stream().sorted(Comparator.comparing(BusyPeriod::start)).toList()) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || last.end().isBefore(period.start())) {
                joined.add(period);
            } else if (last.end().isBefore(period.end())) {
                joined.set(joined.size() - 1, new BusyPeriod(last.start(), period.end()));
            }
        }
        return List.copyOf(joined);
    }
}
