package fr.accueil.conversation.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.ChannelSaved;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.secrets.Secrets;
import fr.accueil.platform.secrets.SecretsAutoConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;

class SealAnewTest extends ServiceTest {

    @Autowired
    Environment environment;

    @Autowired
    TenantTransaction transaction;

    @Autowired
    Channels channels;

    @Autowired
    WorkspaceTopics topics;

    @Test
    void what_an_older_key_sealed_is_sealed_by_the_present_one_and_told() throws Exception {
        var salon = aSalon();
        var tenant = salon.tenant().id();
        var channel = salon.channel().id();
        events.await(Topic.CHANNELS, ChannelSaved.class, it -> it.channel().equals(channel));
        var rotated = rotated();

        transaction
                .in(tenant, new SealAnew(channels, rotated, topics).sealAnew(tenant))
                .block(PATIENCE);

        var told = events.await(
                Topic.CHANNELS,
                ChannelSaved.class,
                it -> it.channel().equals(channel) && it.authTokens().stream().allMatch(rotated::isCurrent));
        assertThat(told.authTokens())
                .singleElement()
                .satisfies(it -> assertThat(rotated.decrypt(it, tenant, channel))
                        .isEqualTo(salon.channel().authToken()));

        var before = events.seen(Topic.CHANNELS, ChannelSaved.class).size();
        transaction
                .in(tenant, new SealAnew(channels, rotated, topics).sealAnew(tenant))
                .block(PATIENCE);
        aSalon();
        assertThat(events.seen(Topic.CHANNELS, ChannelSaved.class)).hasSizeLessThanOrEqualTo(before + 1);
    }

    /// The key of this service, and a newer one that seals.
    private Secrets rotated() throws GeneralSecurityException {
        var present = new String(
                Base64.getDecoder().decode(environment.getRequiredProperty("ACCUEIL_SECRET_KEY")),
                StandardCharsets.UTF_8);
        var keyset = KeysetHandle.newBuilder(
                        TinkJsonProtoKeysetFormat.parseKeyset(present, InsecureSecretKeyAccess.get()))
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        var json = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        var found = new AtomicReference<Secrets>();
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SecretsAutoConfiguration.class))
                .withPropertyValues("accueil.secrets.key="
                        + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)))
                .run(context -> found.set(context.getBean(Secrets.class)));
        return Objects.requireNonNull(found.get());
    }
}
