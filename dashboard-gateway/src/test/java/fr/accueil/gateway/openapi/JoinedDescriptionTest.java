package fr.accueil.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JoinedDescriptionTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void has_the_operations_of_both_under_the_first_ones_title() {
        var joined = join("""
                {"info": {"title": "A"}, "paths": {"/api/a": {"get": {}}}, "components": {"schemas": {"Same": {"type": "string"}}}}""", """
                {"info": {"title": "B"}, "paths": {"/api/b": {"get": {}}}, "components": {"schemas": {"Same": {"type": "string"}}}}""");

        assertThat(joined).isEqualTo(read("""
                {"info": {"title": "A"}, "paths": {"/api/a": {"get": {}}, "/api/b": {"get": {}}}, "tags": [],
                 "components": {"schemas": {"Same": {"type": "string"}}}}"""));
    }

    @Test
    void a_name_that_means_two_things_is_told_apart_wherever_it_is_used() {
        var joined = join("""
                {"paths": {}, "components": {"schemas": {"Problem": {"type": "object"}}}}""", """
                {"paths": {"/api/b": {"get": {"responses": {"400": {"$ref": "#/components/schemas/Problem"}}}}},
                 "components": {"schemas": {"Problem": {"type": "string"},
                                            "Many": {"items": {"$ref": "#/components/schemas/Problem"}}}}}""");

        var schemas = joined.path("components").path("schemas");
        assertThat(schemas.propertyNames()).containsExactlyInAnyOrder("Problem", "OtherProblem", "Many");
        assertThat(schemas.path("Problem").path("type").asString()).isEqualTo("object");
        assertThat(schemas.path("OtherProblem").path("type").asString()).isEqualTo("string");
        assertThat(references(joined)).containsOnly("#/components/schemas/OtherProblem");
    }

    @Test
    void the_services_own_descriptions_join_without_a_loose_end() {
        var joined = JoinedDescription.of(
                JSON.readTree(Path.of("../conversation-service/openapi.json").toFile()),
                JSON.readTree(Path.of("../ai-router/openapi.json").toFile()),
                "Assistant");

        assertThat(joined.path("paths").propertyNames()).contains("/api/conversations", "/api/assistant/try");
        assertThat(references(joined))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                joined.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private static JsonNode join(String first, String second) {
        return JoinedDescription.of(read(first), read(second), "Other");
    }

    private static JsonNode read(String json) {
        return JSON.readTree(json);
    }

    private static List<String> references(JsonNode node) {
        var references = new ArrayList<String>();
        for (var reference : node.findValues("$ref")) {
            references.add(reference.asString());
        }
        return references;
    }
}
