package fr.accueil.router.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FinalCheckTest {

    private static final Map<String, String> BROWS =
            Map.of("service", "sourcils", "start", "2026-03-12T17:00", "name", "Maëlys Corbin", "status", "booked");
    private static final Map<String, String> LEAD =
            Map.of("name", "Anouk Ferrières", "email", "anouk@example.com", "need", "Une borne de recharge");
    private static final String WANTED_BROWS =
            "{\"service\":\"sourcils\",\"start\":\"2026-03-12T17:00\",\"name\":\"maëlys corbin\"}";

    @Test
    void exactly_these_bookings_and_no_more() {
        var one = "{\"bookings\":[%s]}".formatted(WANTED_BROWS);

        assertThat(failures(one, List.of(BROWS), List.of())).isEmpty();
        assertThat(failures(one, List.of(), List.of())).hasSize(1);
        assertThat(failures(one, List.of(BROWS, BROWS), List.of())).hasSize(1);
        assertThat(failures("{\"bookings\":[]}", List.of(BROWS), List.of())).hasSize(1);
        assertThat(failures("{\"bookings\":null}", List.of(BROWS), List.of())).isEmpty();
    }

    @Test
    void a_booking_at_another_hour_is_one_missing_and_one_too_much() {
        var later = "{\"bookings\":[{\"service\":\"sourcils\",\"start\":\"2026-03-12T18:00\"}]}";

        assertThat(failures(later, List.of(BROWS), List.of())).hasSize(2);
    }

    @Test
    void a_lead_is_found_by_what_the_set_says_of_it() {
        var lead = "{\"leads\":[{\"name\":\"anouk ferrières\",\"need_contains\":[\"BORNE\"]}]}";

        assertThat(failures(lead, List.of(), List.of(LEAD))).isEmpty();
        assertThat(failures("{\"leads\":[]}", List.of(), List.of(LEAD))).hasSize(1);
        assertThat(failures("{\"leads\":[{\"need_contains\":[\"piscine\"]}]}", List.of(), List.of(LEAD)))
                .hasSize(2);
    }

    @Test
    void what_must_be_cancelled_is_and_flags_hold_where_they_are_given() {
        var cancelled = new FinalState(List.of(), List.of(BROWS), List.of(), true, false);

        assertThat(failures("{\"cancelled\":[%s],\"escalated\":true}".formatted(WANTED_BROWS), cancelled))
                .isEmpty();
        assertThat(failures("{\"escalated\":false,\"opted_out\":true}", cancelled))
                .hasSize(2);
        assertThat(failures("{\"escalated\":null}", cancelled)).isEmpty();
        assertThat(failures("{\"cancelled\":[%s]}".formatted(WANTED_BROWS), List.of(BROWS), List.of()))
                .hasSize(1);
    }

    private static List<String> failures(
            String expected, List<Map<String, String>> bookings, List<Map<String, String>> leads) {
        return failures(expected, new FinalState(bookings, List.of(), leads, false, false));
    }

    private static List<String> failures(String expected, FinalState found) {
        return new FinalCheck(Json.read(expected), found).failures();
    }
}
