package fr.accueil.gateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import fr.accueil.platform.testing.Tokens;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tokens of a person that must open nothing.
final class Forged {

    private final String subject;
    private final URI issuer;
    private final RSAKey published;

    /// @param issuer whose public keys anybody can read
    Forged(String subject, String issuer) throws IOException, ParseException {
        this.subject = subject;
        this.issuer = URI.create(issuer);
        this.published = JWKSet.load(URI.create(issuer + "/jwks").toURL())
                .getKeys()
                .getFirst()
                .toRSAKey();
    }

    /// Each by what is wrong with it.
    Map<String, String> all(Tokens tokens) throws JOSEException, ReflectiveOperationException {
        var good = tokens.bearerFor(subject, "Sophie", "sophie@camelia.example");
        var all = new LinkedHashMap<String, String>();
        all.put("expired", tokens.bearerFor(subject, "Sophie", "sophie@camelia.example", Duration.ofMinutes(-5)));
        all.put("another audience", tokens.bearerForAnotherAudience(subject, "Sophie", "sophie@camelia.example"));
        all.put("another issuer", signed(claims("https://elsewhere.example"), stranger(), "test"));
        all.put("another issuer, with the right key", withTheRightKey(claims("https://elsewhere.example")));
        all.put("another key under the same name", signed(claims(issuer.toString()), stranger(), published.getKeyID()));
        all.put("a key that nobody knows", signed(claims(issuer.toString()), stranger(), "unknown"));
        all.put("no algorithm", new PlainJWT(claims(issuer.toString())).serialize());
        all.put("no algorithm, with a signature", new PlainJWT(claims(issuer.toString())).serialize() + "AAAA");
        all.put("the public key as a secret", hmac(published.toRSAPublicKey().getEncoded()));
        all.put(
                "the public key's text as a secret",
                hmac(published.toJSONString().getBytes(StandardCharsets.UTF_8)));
        all.put("another person's claims", withClaimsOf(good, "somebody-else"));
        all.put("no signature", good.substring(0, good.lastIndexOf('.') + 1));
        all.put("half of it", good.substring(0, good.length() / 2));
        all.put("nonsense", "nonsense");
        return all;
    }

    private JWTClaimsSet claims(String issuer) {
        return claims(issuer, subject);
    }

    private static JWTClaimsSet claims(String issuer, String subject) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience("accueil-api")
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();
    }

    private String withClaimsOf(String good, String other) {
        var parts = good.split("\\.");
        return parts[0] + "." + claims(issuer.toString(), other).toPayload().toBase64URL() + "." + parts[2];
    }

    /// The provider's own signature, which [Tokens] gives to its own claims alone.
    private static String withTheRightKey(JWTClaimsSet claims) throws ReflectiveOperationException {
        var sign = Tokens.class.getDeclaredMethod("sign", JWTClaimsSet.class);
        sign.setAccessible(true);
        return (String) sign.invoke(null, claims);
    }

    private String hmac(byte[] secret) throws JOSEException {
        return signed(JWSAlgorithm.HS256, claims(issuer.toString()), new MACSigner(secret), published.getKeyID());
    }

    private static String signed(JWTClaimsSet claims, RSAKey key, String name) throws JOSEException {
        return signed(JWSAlgorithm.RS256, claims, new RSASSASigner(key), name);
    }

    private static String signed(JWSAlgorithm algorithm, JWTClaimsSet claims, JWSSigner signer, String key)
            throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static RSAKey stranger() throws JOSEException {
        return new RSAKeyGenerator(2048).generate();
    }
}
