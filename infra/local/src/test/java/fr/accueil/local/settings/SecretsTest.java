package fr.accueil.local.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final Variables NOTHING_SET = new Variables(Map.of());

    @TempDir
    Path folder;

    @Test
    void secrets_are_made_once_and_kept_for_their_owner_alone() throws IOException {
        var first = Secrets.of(folder, NOTHING_SET);

        assertThat(Secrets.of(folder, NOTHING_SET)).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.env"))))
                .isEqualTo("rw-------");
    }

    @Test
    void the_key_is_a_keyset_that_encrypts() throws GeneralSecurityException {
        AeadConfig.register();
        var json = new String(
                Base64.getDecoder().decode(Secrets.of(folder, NOTHING_SET).secretKey()), StandardCharsets.UTF_8);

        var aead = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);

        var token = "a tenant's token".getBytes(StandardCharsets.UTF_8);
        var bound = "tenant and channel".getBytes(StandardCharsets.UTF_8);
        assertThat(aead.decrypt(aead.encrypt(token, bound), bound)).isEqualTo(token);
    }

    @Test
    void a_key_from_the_environment_is_used_and_not_written_down() throws IOException {
        var secrets = Secrets.of(folder, new Variables(Map.of("ACCUEIL_SECRET_KEY", "from-the-vault")));

        assertThat(secrets.secretKey()).isEqualTo("from-the-vault");
        assertThat(Files.readString(folder.resolve("secrets.env"))).doesNotContain("from-the-vault");
    }

    @Test
    void what_an_older_launcher_kept_stays_when_something_is_added() throws IOException {
        Files.writeString(folder.resolve("secrets.env"), "POSTGRES_PASSWORD=old\n");

        assertThat(Secrets.of(folder, NOTHING_SET).ownerPassword()).isEqualTo("old");
    }
}
