package fr.accueil.router.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// What a turn's `expect` asks for and its outcome does not have. Only the keys that are there are looked at.
///
/// @param happened all that has happened so far, this turn included
record TurnCheck(JsonNode expect, Outcome outcome, Predicate<String> happened) {

    /// What may still come later.
    static final String SLOT_TAKEN = "slot_taken";

    List<String> failures() {
        var failures = new ArrayList<String>();
        intent(failures);
        flow(failures);
        slots(failures);
        answer(failures);
        asks(failures);
        rejects(failures);
        events(failures);
        silence(failures);
        return List.copyOf(failures);
    }

    /// Whether it waits for a slot to be refused, which may come later, and has not been yet.
    boolean awaitsSlotTaken() {
        return Json.texts(expect.path("rejects")).contains(SLOT_TAKEN)
                && !outcome.rejects().contains(SLOT_TAKEN);
    }

    private void intent(List<String> failures) {
        var right = new ArrayList<>(Json.texts(expect.path("intent")));
        right.addAll(Json.texts(expect.path("intent_accept")));
        if (expect.has("intent") && (outcome.intent() == null || !right.contains(outcome.intent()))) {
            failures.add("intent: %s wanted, %s read".formatted(right, outcome.intent()));
        }
    }

    private void flow(List<String> failures) {
        var right = Json.texts(expect.path("flow"));
        if (!right.isEmpty() && !right.contains(outcome.flow())) {
            failures.add("flow: %s wanted, %s".formatted(right, outcome.flow()));
        }
    }

    private void slots(List<String> failures) {
        expect.path("slots").properties().forEach(wanted -> {
            var stored = outcome.slots().get(wanted.getKey());
            var right = Json.texts(wanted.getValue());
            if (stored == null || right.stream().noneMatch(it -> SlotComparison.same(wanted.getKey(), it, stored))) {
                failures.add("slot %s: %s wanted, %s stored".formatted(wanted.getKey(), right, stored));
            }
        });
        var need = expect.path("need_contains");
        if (!need.isMissingNode() && !SlotComparison.contains(outcome.slots().getOrDefault("need", ""), groups(need))) {
            failures.add(
                    "need: %s wanted, %s stored".formatted(need, outcome.slots().get("need")));
        }
    }

    /// Each is one word, or a group of which one is enough.
    static List<List<String>> groups(JsonNode words) {
        return words.isArray() ? words.values().stream().map(Json::texts).toList() : List.of(Json.texts(words));
    }

    private void answer(List<String> failures) {
        var faq = Json.texts(expect.path("faq"));
        if (!faq.isEmpty() && faq.stream().noneMatch(outcome.faqs()::contains)) {
            failures.add("faq: %s wanted, %s given".formatted(faq, outcome.faqs()));
        }
        if (expect.path("resumes").asBoolean(false) && !outcome.resumes()) {
            failures.add("the running flow is not taken up again");
        }
    }

    private void asks(List<String> failures) {
        var right = Json.texts(expect.path("asks"));
        if (!right.isEmpty() && right.stream().noneMatch(outcome.asks()::contains)) {
            failures.add("asks: one of %s wanted, %s asked".formatted(right, outcome.asks()));
        }
        var again = Json.texts(expect.path("must_not_ask")).stream()
                .filter(outcome.asks()::contains)
                .toList();
        if (!again.isEmpty()) {
            failures.add("asks again for %s".formatted(again));
        }
    }

    private void rejects(List<String> failures) {
        var right = Json.texts(expect.path("rejects"));
        if (!right.isEmpty() && right.stream().noneMatch(outcome.rejects()::contains)) {
            failures.add(rejectsFailure(right, outcome));
        }
    }

    static String rejectsFailure(List<String> right, Outcome outcome) {
        return "rejects: %s wanted, %s".formatted(right, outcome.rejects());
    }

    private void events(List<String> failures) {
        Json.texts(expect.path("event")).stream()
                .filter(it -> !happened.test(it))
                .forEach(it -> failures.add("event: no %s so far".formatted(it)));
        var here = Set.copyOf(outcome.events());
        Json.texts(expect.path("no_event")).stream()
                .filter(here::contains)
                .forEach(it -> failures.add("event: %s in this turn".formatted(it)));
    }

    private void silence(List<String> failures) {
        var silent = expect.path("silent");
        if (silent.isBoolean() && silent.booleanValue() != outcome.silent()) {
            failures.add(outcome.silent() ? "silent, and should reply" : "replies, and should be silent");
        }
    }
}
