package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.accueil.ingest.SharedFiles;
import fr.accueil.ingest.twilio.TwilioForm.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One line of `shared/twilio/signature_vectors.json`.
record SignatureVector(
        String id,
        String kind,
        String token,
        String url,
        TwilioForm form,
        String signature,
        boolean valid,
        @Nullable String json) {

    static Stream<SignatureVector> all() {
        return JsonMapper.shared()
                .readTree(SharedFiles.signatureVectors())
                .path("vectors")
                .valueStream()
                .map(SignatureVector::of);
    }

    boolean isJson() {
        return json != null;
    }

    Signed signed() {
        return json == null ? new Signed.Parameters(form) : Signed.Body.of(json.getBytes(UTF_8));
    }

    private static SignatureVector of(JsonNode node) {
        return new SignatureVector(
                node.path("id").asString(),
                node.path("kind").asString(),
                node.path("token").asString(),
                node.path("url").asString(),
                new TwilioForm(parameters(node.path("params"))),
                node.path("signature").asString(""),
                node.path("expect_valid").asBoolean(),
                node.path("json_body").isNull() ? null : node.path("json_body").asString());
    }

    private static List<Parameter> parameters(JsonNode params) {
        var parameters = new ArrayList<Parameter>();
        params.forEach(it ->
                parameters.add(new Parameter(it.path(0).asString(), it.path(1).asString(""))));
        return parameters;
    }

    @Override
    public String toString() {
        return id;
    }
}
