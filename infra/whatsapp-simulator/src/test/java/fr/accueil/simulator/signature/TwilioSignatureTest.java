package fr.accueil.simulator.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TwilioSignatureTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void signs_as_twilio_does(String name, JsonNode vector) {
        var signature = TwilioSignature.of(
                vector.path("token").asString(), vector.path("signed_url").asString(), form(vector));

        assertThat(signature).isEqualTo(vector.path("signature").asString());
    }

    static Stream<Arguments> vectors() {
        var vectors = JsonMapper.shared().readTree(file().toFile()).path("vectors");
        return StreamSupport.stream(vectors.spliterator(), false)
                .filter(vector -> vector.path("reference_matches_signed_url").asBoolean())
                .map(vector -> Arguments.of(vector.path("id").asString(), vector));
    }

    private static Map<String, List<String>> form(JsonNode vector) {
        var form = new LinkedHashMap<String, List<String>>();
        vector.path("params")
                .forEach(pair -> form.computeIfAbsent(pair.get(0).asString(), _ -> new ArrayList<>())
                        .add(pair.get(1).asString()));
        return form;
    }

    private static Path file() {
        var folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            var file = folder.resolve("shared/twilio/signature_vectors.json");
            if (Files.exists(file)) {
                return file;
            }
            folder = folder.getParent();
        }
        throw new IllegalStateException("This test reads shared/twilio/signature_vectors.json from beside the"
                + " repository, and it is not there");
    }
}
