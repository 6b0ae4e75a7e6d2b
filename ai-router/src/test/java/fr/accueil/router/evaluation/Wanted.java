package fr.accueil.router.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is right for one line of a set.
///
/// @param expected the first choice; null where nothing is to be given
/// @param values all that is right, the first choice first
/// @param nothing whether giving nothing is right
record Wanted(@Nullable String expected, List<String> values, boolean nothing) {

    static final Wanted NOTHING = new Wanted(null, List.of(), true);

    Wanted {
        values = List.copyOf(values);
    }

    /// @param name of the field with the first choice, beside which `accept` stands
    static Wanted of(JsonNode line, String name) {
        var expected = Json.texts(line.path(name));
        var accept = line.path("accept");
        var values = new ArrayList<>(expected);
        Json.texts(accept).stream().filter(it -> !values.contains(it)).forEach(values::add);
        boolean acceptsNothing = accept.isArray() && accept.values().stream().anyMatch(JsonNode::isNull);
        boolean expectsNothing = expected.isEmpty() && !line.path(name).isObject();
        return new Wanted(expected.isEmpty() ? null : expected.getFirst(), values, expectsNothing || acceptsNothing);
    }
}
