package fr.accueil.signin;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a browser with the dashboard in it does: it keeps cookies, fills in forms, and never follows a redirect unseen.
record Browser(String provider, CookieManager cookies, HttpClient http) {

    static final JsonMapper JSON = new JsonMapper();
    static final String CALLBACK = RunningProvider.DASHBOARD + "/dashboard/signed-in";

    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123456789";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    Browser(String provider) {
        this(provider, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    private Browser(String provider, CookieManager cookies) {
        this(provider, cookies, HttpClient.newBuilder().cookieHandler(cookies).build());
    }

    HttpResponse<String> askForCode(String... more) {
        var parameters = new ArrayList<>(Arrays.asList(
                "response_type", "code",
                "client_id", "accueil-dashboard",
                "scope", "openid profile email",
                "redirect_uri", CALLBACK,
                "state", "here",
                "code_challenge", challenge(),
                "code_challenge_method", "S256"));
        parameters.addAll(Arrays.asList(more));
        return get("/oauth2/authorize?" + form(parameters.toArray(String[]::new)));
    }

    HttpResponse<String> signIn(String email, String password) {
        return submit("/sign-in", "email", email, "password", password);
    }

    /// Fetches the page for its form's token, and sends the form.
    HttpResponse<String> submit(String page, String... fields) {
        var csrf = CSRF.matcher(get(page).body());
        if (!csrf.find()) {
            throw new IllegalStateException(page + " has no form");
        }
        return post(page, form(fields) + "&_csrf=" + encode(csrf.group(1)));
    }

    JsonNode tokensFor(String code) {
        var response = post(
                "/oauth2/token",
                form(
                        "grant_type", "authorization_code",
                        "client_id", "accueil-dashboard",
                        "redirect_uri", CALLBACK,
                        "code", code,
                        "code_verifier", VERIFIER));
        return JSON.readTree(response.body());
    }

    HttpResponse<String> refresh(String refreshToken) {
        return post(
                "/oauth2/token",
                form(
                        "grant_type", "refresh_token",
                        "client_id", "accueil-dashboard",
                        "refresh_token", refreshToken));
    }

    /// All of it, as the dashboard does it.
    JsonNode tokensOf(String email, String password) {
        askForCode();
        signIn(email, password);
        return tokensFor(codeIn(askForCode()));
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(address(path)).header("Accept", "text/html,*/*;q=0.8");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> post(String path, String form) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI address(String path) {
        return URI.create(path.startsWith("http") ? path : provider + path);
    }

    static String target(HttpResponse<String> redirect) {
        return redirect.headers().firstValue("Location").orElse("no redirect, but " + redirect.statusCode());
    }

    static String codeIn(HttpResponse<String> redirect) {
        return codeIn(target(redirect));
    }

    static String codeIn(String callback) {
        return requireNonNull(query(callback).get("code"), () -> "no code in " + callback);
    }

    static Map<String, String> query(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8)));
    }

    static JsonNode claims(String jwt) {
        return JSON.readTree(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]));
    }

    static String form(String... fields) {
        var form = new StringBuilder();
        for (var i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(fields[i]).append('=').append(encode(fields[i + 1]));
        }
        return form.toString();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String challenge() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
