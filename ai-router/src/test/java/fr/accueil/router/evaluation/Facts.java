package fr.accueil.router.evaluation;

import fr.accueil.router.understanding.Asked;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a customer of a scenario would answer, said as it stands.
record Facts(JsonNode json) {

    /// Of one customer, where a scenario has two and keeps them apart.
    static Facts of(JsonNode scenario, String customer) {
        var facts = scenario.path("facts");
        var own = facts.path(customer);
        return new Facts(own.isObject() ? own : facts);
    }

    /// Empty where nothing is known that would answer it.
    Optional<String> answer(Asked asked, Map<String, String> known) {
        return switch (asked) {
            case MOMENT, SLOT -> moment();
            case DAY -> first("date", "datetime");
            case HOUR -> first("time", "datetime");
            case SERVICE, PRACTITIONER, NAME, EMAIL, EMAIL_MEANT, PHONE, NEED, AGREEMENT, WHICH_BOOKING ->
                first(Vocabulary.names(asked, known).getFirst());
        };
    }

    Optional<String> moment() {
        var parts = Stream.of("date", "time")
                .map(this::said)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return said("datetime").or(() -> parts.isEmpty() ? Optional.empty() : Optional.of(parts));
    }

    private Optional<String> first(String... names) {
        return List.of(names).stream().map(this::said).flatMap(Optional::stream).findFirst();
    }

    Optional<String> said(String name) {
        return Optional.ofNullable(said(json.path(name)));
    }

    private static @Nullable String said(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? "oui" : "non";
        }
        return Json.text(value);
    }
}
