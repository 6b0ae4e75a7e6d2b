package fr.accueil.ingest.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.accueil.events.ChannelId;
import fr.accueil.events.Wire;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Stands for a WhatsApp user id in Kafka: an HMAC bound to the channel, so that neither the id nor its use with
/// another business can be read from the topic. There is one pseudonym per key of the keyset, the primary's first: an
/// identity that was linked before the keys were rotated is still found.
@Component
class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "accueil.identities.v1";

    private final List<SecretKeySpec> keys;

    Pseudonyms(KeysetSettings settings) {
        try {
            var keyset = Wire.json()
                    .readTree(
                            new String(Base64.getDecoder().decode(settings.key().strip()), UTF_8));
            this.keys = keysOf(keyset);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException("ACCUEIL_SECRET_KEY is no Tink keyset (JSON, in Base64)", e);
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException("ACCUEIL_SECRET_KEY has no enabled key");
        }
    }

    /// @param key the Tink keyset that also protects tenants' tokens (ACCUEIL_SECRET_KEY)
    @ConfigurationProperties("accueil.secrets")
    record KeysetSettings(@DefaultValue("") String key) {}

    /// At least one, the one to write first.
    List<String> of(ChannelId channel, String externalUserId) {
        return keys.stream()
                .map(key -> hmac(key, channel + "/" + externalUserId))
                .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
                .toList();
    }

    private static List<SecretKeySpec> keysOf(JsonNode keyset) {
        var keys = new ArrayList<SecretKeySpec>();
        for (var key : keyset.path("key")) {
            if (key.path("status").asString("").equals("ENABLED")) {
                var primary = key.path("keyId").asLong(-1)
                        == keyset.path("primaryKeyId").asLong(0);
                keys.add(
                        primary ? 0 : keys.size(),
                        derived(key.path("keyData").path("value").asString("")));
            }
        }
        return List.copyOf(keys);
    }

    /// A key of its own per purpose: the keyset's own bytes encrypt, and do nothing else.
    private static SecretKeySpec derived(String keyBase64) {
        var own = hmac(new SecretKeySpec(Base64.getDecoder().decode(keyBase64), ALGORITHM), PURPOSE);
        return new SecretKeySpec(own, ALGORITHM);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
        }
    }
}
