package fr.accueil.router.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;

/// Whether what is found at the end of a dialogue is what should be: exactly these bookings and leads, no more.
record FinalCheck(JsonNode expected, FinalState found) {

    List<String> failures() {
        var failures = new ArrayList<String>();
        exactly("bookings", found.active(), FinalCheck::isBooking, failures);
        exactly("leads", found.leads(), FinalCheck::isLead, failures);
        for (var wanted : expected.path("cancelled").values()) {
            if (found.cancelled().stream().noneMatch(it -> isBooking(wanted, it))) {
                failures.add("final: %s is not cancelled".formatted(wanted));
            }
        }
        flag("escalated", found.escalated(), failures);
        flag("opted_out", found.optedOut(), failures);
        return List.copyOf(failures);
    }

    private void exactly(
            String name,
            List<Map<String, String>> records,
            BiPredicate<JsonNode, Map<String, String>> same,
            List<String> failures) {
        var wanted = expected.path(name);
        if (!wanted.isArray()) {
            return;
        }
        var left = new ArrayList<>(records);
        for (var one : wanted.values()) {
            var hit = left.stream().filter(it -> same.test(one, it)).findFirst();
            hit.ifPresentOrElse(left::remove, () -> failures.add("final %s: %s is missing".formatted(name, one)));
        }
        left.forEach(it -> failures.add("final %s: %s is too much".formatted(name, it)));
    }

    private void flag(String name, boolean is, List<String> failures) {
        var wanted = expected.path(name);
        if (wanted.isBoolean() && wanted.booleanValue() != is) {
            failures.add("final: %s is %s".formatted(name, is));
        }
    }

    private static boolean isBooking(JsonNode wanted, Map<String, String> booking) {
        return has(wanted, booking, "service") && has(wanted, booking, "start") && has(wanted, booking, "name");
    }

    private static boolean isLead(JsonNode wanted, Map<String, String> lead) {
        var need = wanted.path("need_contains");
        return has(wanted, lead, "name")
                && has(wanted, lead, "email")
                && has(wanted, lead, "phone")
                && (need.isMissingNode()
                        || SlotComparison.contains(lead.getOrDefault("need", ""), TurnCheck.groups(need)));
    }

    /// Where the set names it. Several services are named in a list.
    private static boolean has(JsonNode wanted, Map<String, String> record, String field) {
        var value = String.join(",", Json.texts(wanted.path(field)));
        return value.isEmpty() || SlotComparison.same(field, value, record.getOrDefault(field, ""));
    }
}
