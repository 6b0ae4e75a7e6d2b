package fr.accueil.platform.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import fr.accueil.platform.secrets.Secrets;
import fr.accueil.platform.secrets.Secrets.UnreadableSecret;
import fr.accueil.platform.secrets.SecretsAutoConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/// The three steps of a rotation: the new key is known everywhere, then it seals, then the old one goes.
class SecretRotationTest {

    private static final TenantId CAMELIA = new TenantId(UUID.randomUUID());
    private static final ChannelId CHANNEL = new ChannelId(UUID.randomUUID());

    @BeforeAll
    static void register() throws GeneralSecurityException {
        AeadConfig.register();
    }

    @Test
    void what_the_old_key_sealed_opens_through_every_step_until_it_is_sealed_anew() throws Exception {
        var old = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        var token = secrets(old).encrypt("token", CAMELIA, CHANNEL);

        var added = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId())
                .build();
        assertThat(secrets(added).isCurrent(token)).isTrue();

        var promoted = KeysetHandle.newBuilder(added);
        promoted.getAt(1).makePrimary();
        var both = promoted.build();
        assertThat(secrets(both).isCurrent(token)).isFalse();
        assertThat(secrets(both).decrypt(token, CAMELIA, CHANNEL)).isEqualTo("token");
        var anew = secrets(both).encrypt(secrets(both).decrypt(token, CAMELIA, CHANNEL), CAMELIA, CHANNEL);
        assertThat(secrets(added).decrypt(anew, CAMELIA, CHANNEL))
                .as("who has not been told yet that the new key seals")
                .isEqualTo("token");
        assertThat(secrets(both).pseudonyms(CHANNEL, "+33639980012"))
                .containsAll(secrets(old).pseudonyms(CHANNEL, "+33639980012"));

        var dropped = KeysetHandle.newBuilder(both);
        dropped.deleteAt(0);
        var alone = dropped.build();
        assertThat(secrets(alone).isCurrent(anew)).isTrue();
        assertThat(secrets(alone).decrypt(anew, CAMELIA, CHANNEL)).isEqualTo("token");
        assertThatThrownBy(() -> secrets(alone).decrypt(token, CAMELIA, CHANNEL))
                .isInstanceOf(UnreadableSecret.class);
    }

    @Test
    void a_secret_copied_to_another_tenant_or_channel_does_not_open() throws Exception {
        var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        var token = secrets(keyset).encrypt("token", CAMELIA, CHANNEL);

        assertThatThrownBy(() -> secrets(keyset).decrypt(token, new TenantId(UUID.randomUUID()), CHANNEL))
                .isInstanceOf(UnreadableSecret.class);
        assertThatThrownBy(() -> secrets(keyset).decrypt(token, CAMELIA, new ChannelId(UUID.randomUUID())))
                .isInstanceOf(UnreadableSecret.class);
    }

    private static Secrets secrets(KeysetHandle keyset) throws GeneralSecurityException {
        var json = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        var key = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        var found = new AtomicReference<Secrets>();
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SecretsAutoConfiguration.class))
                .withPropertyValues("accueil.secrets.key=" + key)
                .run(context -> found.set(context.getBean(Secrets.class)));
        return Objects.requireNonNull(found.get());
    }
}
