package fr.accueil.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tokens as the sign-in provider would give them, from an issuer of our own that serves its keys over HTTP.
public final class Tokens {

    private static final String AUDIENCE = "accueil-api";

    public Tokens() {}

    /// The issuer's address, as it stands in tokens.
    public static String issuer() {
        return Issuer.URL;
    }

    /// A token for ten minutes.
    public String bearerFor(String subject, String name, String email) {
        return bearerFor(subject, name, email, Duration.ofMinutes(10));
    }

    /// A token that expires after a time; a negative one is expired already.
    public String bearerFor(String subject, String name, String email, Duration lifetime) {
        return sign(claims(subject, name, email, lifetime).audience(AUDIENCE).build());
    }

    /// A token for ten minutes of somebody who has not shown that the address is theirs.
    public String bearerForUnverified(String subject, String name, String email) {
        return sign(claims(subject, name, email, Duration.ofMinutes(10))
                .claim("email_verified", false)
                .audience(AUDIENCE)
                .build());
    }

    /// A session token in Clerk's shape, for a minute: no audience, but the origin that it was given to.
    ///
    /// @param status of the session: `active`, or `pending` while something is missing
    public String bearerOfClerk(String subject, String name, String email, String party, String status) {
        return sign(claims(subject, name, email, Duration.ofSeconds(60))
                .claim("azp", party)
                .claim("sid", "sess_2x9ZDvkqy3Tz0example")
                .claim("sts", status)
                .claim("v", 2)
                .claim("fva", List.of(0, -1))
                .notBeforeTime(Date.from(Instant.now().minusSeconds(10)))
                .build());
    }

    /// A token of the same issuer for somebody else's API.
    public String bearerForAnotherAudience(String subject, String name, String email) {
        return sign(claims(subject, name, email, Duration.ofMinutes(10))
                .audience("another-api")
                .build());
    }

    /// Tokens that say they are this person's and must open nothing, by what is wrong with them.
    public Map<String, String> forged(String subject, String name, String email) {
        var claims = claims(subject, name, email, Duration.ofMinutes(10));
        var good = claims.audience(AUDIENCE).build();
        var forged = new LinkedHashMap<String, String>();
        forged.put("expired", bearerFor(subject, name, email, Duration.ofMinutes(-5)));
        forged.put("for another audience", bearerForAnotherAudience(subject, name, email));
        forged.put(
                "without an audience",
                sign(new JWTClaimsSet.Builder(good).audience(List.of()).build()));
        forged.put("given to another party", bearerOfClerk(subject, name, email, "https://evil.example", "active"));
        forged.put(
                "of another issuer",
                sign(new JWTClaimsSet.Builder(good)
                        .issuer("https://evil.example")
                        .build()));
        forged.put("alg=none", new PlainJWT(good).serialize());
        forged.put("HS256 with the public key", signedWithPublicKey(good));
        forged.put("of another key with the same id", sign(good, Issuer.newKey()));
        forged.put("with its claims changed", changed(sign(good)));
        forged.put("no token at all", "abc.def.ghi");
        return forged;
    }

    private static String signedWithPublicKey(JWTClaimsSet claims) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(Issuer.KEY.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new MACSigner(Issuer.KEY.toRSAPublicKey().getEncoded()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String changed(String token) {
        var parts = token.split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var later = claims.replaceFirst("\"exp\":\\d+", "\"exp\":99999999999");
        parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(later.getBytes(StandardCharsets.UTF_8));
        return String.join(".", parts);
    }

    private static JWTClaimsSet.Builder claims(String subject, String name, String email, Duration lifetime) {
        var now = Instant.now();
        var expires = now.plus(lifetime);
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .claim("name", name)
                .claim("email", email)
                .claim("email_verified", true)
                .issueTime(Date.from(now.isBefore(expires) ? now : expires.minusSeconds(60)))
                .expirationTime(Date.from(expires));
    }

    private static String sign(JWTClaimsSet claims) {
        return sign(claims, Issuer.KEY);
    }

    private static String sign(JWTClaimsSet claims, RSAKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(JOSEObjectType.JWT)
                    .keyID(key.getKeyID())
                    .build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Issuer {

        static final RSAKey KEY = newKey();
        static final String URL = serve();

        static RSAKey newKey() {
            try {
                return new RSAKeyGenerator(2048).keyID("test").generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String serve() {
            try {
                var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                var url = "http://localhost:" + server.getAddress().getPort();
                answer(server, "/.well-known/openid-configuration", """
                        {"issuer":"%1$s","jwks_uri":"%1$s/jwks","authorization_endpoint":"%1$s/authorize",
                         "token_endpoint":"%1$s/token","subject_types_supported":["public"],
                         "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(url));
                answer(server, "/jwks", new JWKSet(KEY.toPublicJWK()).toString());
                server.start();
                return url;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void answer(HttpServer server, String path, String json) {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            server.createContext(path, exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(bytes);
                }
            });
        }
    }
}
