package fr.accueil.conversation.busy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accueil.events.WorkspaceEvent.BusyPeriod;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What Google, Outlook and Apple write, and what nobody should.
class BusyTimesInTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant FROM = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-04-15T00:00:00Z");

    private static final String OUTLOOK_ZONE = """
            BEGIN:VTIMEZONE
            TZID:Romance Standard Time
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART:20261125T120000Z/DTEND:20261125T130000Z                                  | 2026-11-25T12:00:00Z/2026-11-25T13:00:00Z
            DTSTART;TZID=Europe/Paris:20261125T120000/DURATION:PT90M                         | 2026-11-25T11:00:00Z/2026-11-25T12:30:00Z
            DTSTART;TZID=Romance Standard Time:20261125T120000/DURATION:PT30M                | 2026-11-25T11:00:00Z/2026-11-25T11:30:00Z
            DTSTART;TZID=Romance Standard Time:20270401T120000/DURATION:PT30M                | 2027-04-01T10:00:00Z/2027-04-01T10:30:00Z
            DTSTART:20261125T120000/DTEND:20261125T130000                                    | 2026-11-25T11:00:00Z/2026-11-25T12:00:00Z
            DTSTART;TZID=Nowhere/Land:20261125T120000/DTEND;TZID=Nowhere/Land:20261125T130000| 2026-11-25T11:00:00Z/2026-11-25T12:00:00Z
            DTSTART;VALUE=DATE:20261201/DTEND;VALUE=DATE:20261203                            | 2026-11-30T23:00:00Z/2026-12-02T23:00:00Z
            DTSTART;VALUE=DATE:20261201                                                      | 2026-11-30T23:00:00Z/2026-12-01T23:00:00Z
            DTSTART;VALUE=DATE:20270327/DTEND;VALUE=DATE:20270329                            | 2027-03-26T23:00:00Z/2027-03-28T22:00:00Z
            DTSTART:20261120T120000Z/DTEND:20261130T130000Z                                  | 2026-11-20T12:00:00Z/2026-11-30T13:00:00Z
            DTSTART:20261125T120000Z                                                         |
            DTSTART:20261125T120000Z/DTEND:20261125T110000Z                                  |
            DTSTART:20261101T120000Z/DTEND:20261101T130000Z                                  |
            DTSTART:20280101T120000Z/DTEND:20280101T130000Z                                  |
            DTSTART:20261125T120000Z/DTEND:20261125T130000Z/TRANSP:TRANSPARENT               |
            DTSTART:20261125T120000Z/DTEND:20261125T130000Z/STATUS:CANCELLED                 |
            DTSTART:20261125T120000Z/DTEND:20261125T130000Z/X-MICROSOFT-CDO-BUSYSTATUS:FREE  |
            DTSTART:20261125T120000Z/DTEND:20261125T130000Z/STATUS:TENTATIVE                 | 2026-11-25T12:00:00Z/2026-11-25T13:00:00Z
            SUMMARY:no time                                                                  |
            """)
    void one_event(String lines, String expected) {
        assertThat(busy(event("1", lines.replaceAll("(?<!Europe|Nowhere)/", "\n"))))
                .containsExactlyElementsOf(periods(expected));
    }

    @Test
    void repetitions_follow_the_clock_of_their_zone_without_what_was_left_out() {
        var lunch = event("1", """
                DTSTART;TZID=Europe/Paris:20270322T120000
                DTEND;TZID=Europe/Paris:20270322T130000
                RRULE:FREQ=WEEKLY;BYDAY=MO,TH
                EXDATE;TZID=Europe/Paris:20270325T120000
                EXDATE:20270405T100000Z
                """);

        assertThat(busy(lunch))
                .extracting(BusyPeriod::start)
                .containsExactly(
                        Instant.parse("2027-03-22T11:00:00Z"),
                        Instant.parse("2027-03-29T10:00:00Z"),
                        Instant.parse("2027-04-01T10:00:00Z"),
                        Instant.parse("2027-04-08T10:00:00Z"),
                        Instant.parse("2027-04-12T10:00:00Z"));
    }

    @Test
    void one_that_was_moved_takes_its_new_time_alone_and_one_that_was_freed_none() {
        var series = event("1", """
                DTSTART;TZID=Europe/Paris:20261201T100000
                DTEND;TZID=Europe/Paris:20261201T110000
                RRULE:FREQ=WEEKLY;COUNT=3
                """);
        var moved = event("1", """
                RECURRENCE-ID;TZID=Europe/Paris:20261208T100000
                DTSTART;TZID=Europe/Paris:20261209T150000
                DTEND;TZID=Europe/Paris:20261209T160000
                """);
        var freed = event("1", """
                RECURRENCE-ID:20261215T090000Z
                DTSTART;TZID=Europe/Paris:20261215T100000
                DTEND;TZID=Europe/Paris:20261215T110000
                TRANSP:TRANSPARENT
                """);

        assertThat(busy(series + moved + freed))
                .containsExactlyElementsOf(
                        periods("2026-12-01T09:00:00Z/2026-12-01T10:00:00Z 2026-12-09T14:00:00Z/2026-12-09T15:00:00Z"));
    }

    @Test
    void whole_days_repeat_as_days_wherever_the_machine_stands() {
        var holidays = event("1", """
                DTSTART;VALUE=DATE:20261102
                RRULE:FREQ=MONTHLY;BYDAY=1MO
                """);
        var here = TimeZone.getDefault();
        for (var zone : List.of("UTC", "America/Los_Angeles", "Pacific/Auckland")) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            try {
                assertThat(busy(holidays).getFirst())
                        .isEqualTo(periods("2026-12-06T23:00:00Z/2026-12-07T23:00:00Z")
                                .getFirst());
            } finally {
                TimeZone.setDefault(here);
            }
        }
    }

    @Test
    void further_dates_of_one_count_and_what_touches_is_one() {
        var one = event("1", """
                DTSTART:20261125T100000Z
                DTEND:20261125T110000Z
                RDATE:20261127T100000Z
                """);
        var next = event("2", "DTSTART:20261125T110000Z\nDTEND:20261125T113000Z\n");
        var within = event("3", "DTSTART:20261125T101500Z\nDTEND:20261125T103000Z\n");

        assertThat(busy(one + next + within))
                .containsExactlyElementsOf(
                        periods("2026-11-25T10:00:00Z/2026-11-25T11:30:00Z 2026-11-27T10:00:00Z/2026-11-27T11:00:00Z"));
    }

    @Test
    void what_came_from_our_own_agenda_is_left_out() {
        assertThat(busy(event("0199@accueil", "DTSTART:20261125T100000Z\nDTEND:20261125T110000Z\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<!doctype html><title>Agenda</title>", "BEGIN:VCARD\nEND:VCARD", "\u0000\u0001"})
    void what_is_no_calendar_is_said_to_be_none(String text) {
        assertThatThrownBy(() -> BusyTimesIn.of(text, PARIS, FROM, UNTIL))
                .isInstanceOfSatisfying(
                        CalendarUnreadable.class, it -> assertThat(it.trouble()).isEqualTo(Trouble.NO_CALENDAR));
    }

    @Test
    void what_repeats_without_measure_is_too_large() {
        var flood = IntStream.range(0, 3)
                .mapToObj(it -> event("" + it, "DTSTART:20200101T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY\n"))
                .collect(Collectors.joining());

        assertThatThrownBy(() -> busy(flood))
                .isInstanceOfSatisfying(
                        CalendarUnreadable.class, it -> assertThat(it.trouble()).isEqualTo(Trouble.TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "RRULE:FREQ=NEVER",
                "RRULE:FREQ=DAILY;INTERVAL=0",
                "RRULE:FREQ=WEEKLY;BYDAY=XX",
                "RRULE:",
                "EXDATE:yesterday",
                "DURATION:P-",
                "DTEND:99999999T999999Z",
            })
    void what_makes_no_sense_of_one_event_costs_no_other(String line) {
        var odd = event("1", "DTSTART:20261201T100000Z\n" + line + "\n");
        var good = event("2", "DTSTART:20261125T100000Z\nDTEND:20261125T110000Z\n");

        assertThat(busy(odd + good))
                .contains(periods("2026-11-25T10:00:00Z/2026-11-25T11:00:00Z").getFirst());
    }

    /// Whatever stands there, it is read or refused, and never anything else.
    @Property(tries = 300)
    void anything_is_read_or_refused(@ForAll String text) {
        for (var whole : List.of(text, event("1", "DTSTART:" + text + "\n"), event("1", text))) {
            try {
                assertThat(BusyTimesIn.of(whole, PARIS, FROM, UNTIL)).isNotNull();
            } catch (CalendarUnreadable e) {
                assertThat(e.trouble()).isNotNull();
            }
        }
    }

    private static List<BusyPeriod> busy(String events) {
        return BusyTimesIn.of(
                "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//\n" + OUTLOOK_ZONE + events + "END:VCALENDAR\n",
                PARIS,
                FROM,
                UNTIL);
    }

    private static String event(String uid, String lines) {
        return "BEGIN:VEVENT\nUID:%s\nDTSTAMP:20261101T000000Z\n%s\nEND:VEVENT\n".formatted(uid, lines.strip());
    }

    private static List<BusyPeriod> periods(String text) {
        return text == null
                ? List.of()
                : List.of(text.split(" ")).stream()
                        .map(it -> it.split("/"))
                        .map(it -> new BusyPeriod(Instant.parse(it[0]), Instant.parse(it[1])))
                        .toList();
    }
}
