package fr.accueil.platform.secrets;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import fr.accueil.platform.Misconfigured;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

@AutoConfiguration
@EnableConfigurationProperties(SecretsAutoConfiguration.SecretsSettings.class)
public class SecretsAutoConfiguration {

    /// Lazy: a service that handles no secret needs no key.
    @Bean
    @Lazy
    Secrets secrets(SecretsSettings settings) {
        if (settings.key().isBlank()) {
            throw new Misconfigured(
                    "ACCUEIL_SECRET_KEY is not set: this service cannot open its tenants' secrets.",
                    "Set it to a Tink AEAD keyset (JSON, in Base64).");
        }
        try {
            AeadConfig.register();
            var json = new String(Base64.getDecoder().decode(settings.key().strip()), StandardCharsets.UTF_8);
            var keyset = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
            return new Secrets(
                    keyset.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    rawKeys(keyset),
                    prefixOf(keyset.getPrimary().getId()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Misconfigured(
                    "ACCUEIL_SECRET_KEY is no Tink AEAD keyset.", "Set it to one (JSON, in Base64).", e);
        }
    }

    /// Pseudonyms outlive a rotation only when they hang on the keys themselves.
    @AccessesPartialKey
    private static List<byte[]> rawKeys(KeysetHandle keyset) {
        return IntStream.range(0, keyset.size())
                .mapToObj(keyset::getAt)
                .filter(it -> it.getStatus() == KeyStatus.ENABLED)
                .sorted(Comparator.comparing((KeysetHandle.Entry it) -> !it.isPrimary()))
                .map(it -> switch (it.getKey()) {
                    case AesGcmKey key -> key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
                    default -> throw new IllegalArgumentException("only AES-GCM keys");
                })
                .toList();
    }

    /// Tink's output prefix: a version byte and the key's id.
    private static byte[] prefixOf(int keyId) {
        return ByteBuffer.allocate(5).put((byte) 1).putInt(keyId).array();
    }

    /// @param key a Tink AEAD keyset as JSON, in Base64 (ACCUEIL_SECRET_KEY)
    @ConfigurationProperties("accueil.secrets")
    record SecretsSettings(@DefaultValue("") String key) {}
}
