package fr.accueil.signin.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The keys outlive the process: a token signed before a restart holds after it.
@Configuration(proxyBeanMethods = false)
class Keys {

    @Bean
    JWKSource<SecurityContext> signingKeys(ProviderSettings settings) {
        var kept = new KeptFile(settings.folder().resolve("signing-keys.json")).readOrCreate(Keys::newSigningKey);
        try {
            return new ImmutableJWKSet<>(JWKSet.parse(kept));
        } catch (ParseException e) {
            throw new IllegalStateException("the signing keys in " + settings.folder() + " cannot be read", e);
        }
    }

    static String rememberMeKey(ProviderSettings settings) {
        return new KeptFile(settings.folder().resolve("remember-me.key")).readOrCreate(Keys::newSecret);
    }

    private static String newSigningKey() {
        try {
            var key = new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
            return new JWKSet(key).toString(false);
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java has no RSA", e);
        }
    }

    private static String newSecret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
