package fr.accueil.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Our answers against Twilio's own OpenAPI documents. The build gets them into `target/twilio-openapi` before the
/// tests (`get-twilio-openapi.mjs`), of the version pinned there.
class OpenApiTest extends SimulatorTest {

    private static final String MESSAGES = "/2010-04-01/Accounts/{AccountSid}/Messages.json";
    private static final String MESSAGE = "/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json";
    private static final String MEDIA = "/2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media.json";
    private static final String OURS = "/2010-04-01/Accounts/" + ACCOUNT;

    private static final Map<Path, JsonNode> DOCUMENTS = new ConcurrentHashMap<>();

    @Test
    void a_created_and_a_fetched_message_are_as_documented() {
        var created = accepted(message(MARIE, "Bonjour"));
        var sid = created.path("sid").asString();
        awaitStatuses(sid, "sent", "delivered");

        agrees(created, "twilio_api_v2010", MESSAGES, "post", 201);
        agrees(answerTo(OURS + "/Messages/" + sid + ".json"), "twilio_api_v2010", MESSAGE, "get", 200);
    }

    @Test
    void a_list_of_both_directions_and_of_failed_messages_is_as_documented() {
        writes(MARIE, CAMELIA, "Bonjour");
        fails(Map.of("mode", "undelivered", "count", 1));
        awaitStatuses(accepted(message(MARIE, "x")).path("sid").asString(), "undelivered");

        agrees(answerTo(OURS + "/Messages.json?PageSize=2"), "twilio_api_v2010", MESSAGES, "get", 200);
    }

    @Test
    void media_typing_and_account_are_as_documented() {
        var picture =
                Map.of("to", CAMELIA, "media", List.of(Map.of("contentType", "image/jpeg", "bytes", new byte[] {1})));
        var sid = writes(MARIE, picture).path("messageSid").asString();
        var typing =
                posts(ACCOUNT, TOKEN, "/v2/Indicators/Typing.json", Map.of("messageId", sid, "channel", "whatsapp"));

        agrees(answerTo(OURS + "/Messages/" + sid + "/Media.json"), "twilio_api_v2010", MEDIA, "get", 200);
        agrees(
                json(typing.expectStatus().isOk().expectBody().returnResult().getResponseBodyContent()),
                "twilio_messaging_v2",
                "/v2/Indicators/Typing.json",
                "post",
                200);
        agrees(answerTo(OURS + ".json"), "twilio_api_v2010", "/2010-04-01/Accounts/{Sid}.json", "get", 200);
    }

    @Test
    void senders_are_as_documented() {
        var senders = answerTo("/v2/Channels/Senders?Channel=whatsapp");
        var sid = senders.path("senders").get(0).path("sid").asString();

        agrees(senders, "twilio_messaging_v2", "/v2/Channels/Senders", "get", 200);
        agrees(
                answerTo("/v2/Channels/Senders/" + sid),
                "twilio_messaging_v2",
                "/v2/Channels/Senders/{Sid}",
                "get",
                200);
    }

    @Test
    void templates_and_their_approvals_are_as_documented() {
        var contents = answerTo("/v1/ContentAndApprovals");
        var sid = contents.path("contents").get(0).path("sid").asString();

        agrees(contents, "twilio_content_v1", "/v1/ContentAndApprovals", "get", 200);
        agrees(answerTo("/v1/Content?PageSize=2"), "twilio_content_v1", "/v1/Content", "get", 200);
        agrees(answerTo("/v1/Content/" + sid), "twilio_content_v1", "/v1/Content/{Sid}", "get", 200);
        agrees(
                answerTo("/v1/Content/" + sid + "/ApprovalRequests"),
                "twilio_content_v1",
                "/v1/Content/{Sid}/ApprovalRequests",
                "get",
                200);
    }

    @Test
    void the_check_itself_notices_what_is_wrong() {
        var schema = schema("twilio_api_v2010", MESSAGES, "post", 201);

        assertThat(schema.validate("{\"sid\":\"SM1\"}", InputFormat.JSON)).isNotEmpty();
        assertThat(schema.validate("{\"num_media\":0}", InputFormat.JSON)).isNotEmpty();
        assertThat(schema.validate("{\"status\":\"lost\"}", InputFormat.JSON)).isNotEmpty();
    }

    /// The documents demand no field of an answer, so each documented field is looked for as well.
    private static void agrees(JsonNode answer, String document, String path, String method, int status) {
        assertThat(schema(document, path, method, status).validate(answer.toString(), InputFormat.JSON))
                .filteredOn(error -> !isRelativeAddress(error))
                .isEmpty();
        var documented = resolved(document, responseOf(document, path, method, status));
        assertThat(answer.propertyNames())
                .containsAll(documented.path("properties").propertyNames());
    }

    /// The documents call their page addresses `uri`, and show relative ones in their own examples.
    private static boolean isRelativeAddress(Error error) {
        return "format".equals(error.getKeyword())
                && error.getInstanceLocation().toString().matches("/([a-z]+_page_)?uri");
    }

    private static Schema schema(String document, String path, String method, int status) {
        var whole = JsonMapper.shared().createObjectNode();
        whole.setAll((ObjectNode) responseOf(document, path, method, status));
        whole.set("components", read(document).path("components"));
        return SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30()).getSchema(whole.toString(), InputFormat.JSON);
    }

    private static JsonNode responseOf(String document, String path, String method, int status) {
        return read(document)
                .path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(String.valueOf(status))
                .path("content")
                .path("application/json")
                .path("schema");
    }

    private static JsonNode resolved(String document, JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : read(document).at(reference.substring(1));
    }

    private static JsonNode read(String document) {
        var file = Repository.root().resolve("infra/whatsapp-simulator/target/twilio-openapi/" + document + ".json");
        assertThat(file)
                .as("Twilio's OpenAPI document, which `mvn generate-test-resources` puts there")
                .exists();
        return DOCUMENTS.computeIfAbsent(file, path -> JsonMapper.shared().readTree(path.toFile()));
    }
}
