package fr.accueil.platform.testing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Points a context at this process's Kafka and token issuer, and at a database of its own. What [WithInfrastructure]
/// does, for who starts a context by hand.
public class InfrastructureInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String SECRET_KEY = newKeyset();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "KAFKA_BOOTSTRAP_SERVERS=" + Infrastructure.kafka(),
                        "OIDC_ISSUER=" + Tokens.issuer(),
                        "ACCUEIL_SECRET_KEY=" + SECRET_KEY,
                        "spring.kafka.bootstrap-servers=" + Infrastructure.kafka())
                .applyTo(context);
        if (context.getEnvironment().containsProperty("accueil.database.schema")) {
            TestPropertyValues.of(
                            "POSTGRES_URL=" + Infrastructure.freshDatabase(),
                            "POSTGRES_USER=" + Infrastructure.OWNER,
                            "POSTGRES_PASSWORD=postgres",
                            "accueil.database.pool-size=8")
                    .applyTo(context);
        }
    }

    private static String newKeyset() {
        try {
            AeadConfig.register();
            var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            var json = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
            return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
