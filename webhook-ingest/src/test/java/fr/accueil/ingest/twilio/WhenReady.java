package fr.accueil.ingest.twilio;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Nobody calls before the service says that it is ready, as in production.
final class WhenReady implements BeforeAllCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public void beforeAll(ExtensionContext context) {
        await(SpringExtension.getApplicationContext(context)
                .getEnvironment()
                .getRequiredProperty("local.server.port", Integer.class));
    }

    static void await(int port) {
        var caller = new Caller(port);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> caller.send(caller.to("/actuator/health/readiness").GET())
                                .join()
                                .statusCode()
                        == 200);
    }
}
