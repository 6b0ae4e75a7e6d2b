package fr.accueil.platform.trial;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.Wire;
import fr.accueil.platform.logging.LogContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class ProductionLogsTest {

    private static final String CONVERSATION = "1d0f6f0e-3b1f-5a55-8a0e-6a4b7d1e9c01";

    @Test
    void are_json_masked_and_say_whose_they_are(CapturedOutput output) {
        try (var context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run("--spring.application.name=trial")) {
            LogContext.put(Map.of(
                    LogContext.TENANT, "camelia", LogContext.CONVERSATION, CONVERSATION, LogContext.MESSAGE, "m1"));
            LoggerFactory.getLogger("trial")
                    .warn(
                            "sent to {}",
                            "whatsapp:+33639980012",
                            new IllegalStateException("marie@example.com said no"));
            LogContext.clear();
        }

        var line = output.getOut()
                .lines()
                .filter(it -> it.contains("sent to"))
                .map(it -> Wire.json().readTree(it))
                .findFirst()
                .orElseThrow();
        assertThat(textOf(line)).contains("whatsapp:[phone]").doesNotContain("+33639980012", "marie@example.com");
        assertThat(line.findValuesAsString("conversation")).containsExactly(CONVERSATION);
        assertThat(line.findValuesAsString("tenant")).containsExactly("camelia");
        assertThat(textOf(line)).contains("m1");
    }

    private static String textOf(JsonNode line) {
        return line.toString();
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
