package fr.accueil.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.TenantId;
import fr.accueil.gateway.testing.RunningGateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AwaitMembershipTest extends RunningGateway {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final TenantId opened = TenantId.of(UUID.randomUUID());

    @AfterEach
    void answers_again() {
        conversation.answersAgain();
        conversation.forget();
    }

    @Test
    void who_opened_a_workspace_is_told_once_they_get_in() throws Exception {
        conversation.answers(created("{\"id\":\"" + opened + "\",\"name\":\"Salon\"}"));

        var answer = open("/api/workspaces");
        conversation.next();
        assertThat(answer).isNotDone();
        joins(opened, SOPHIE);

        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        assertThat(answer.get().body()).isEqualTo("{\"id\":\"" + opened + "\",\"name\":\"Salon\"}");
        assertThat(changes().statusCode()).isEqualTo(200);
    }

    @Test
    void who_accepted_invitations_is_told_once_they_get_into_all_of_them() throws Exception {
        var other = TenantId.of(UUID.randomUUID());
        var joined = "{\"workspaces\":[{\"id\":\"%s\"},{\"id\":\"%s\"}]}".formatted(opened, other);
        conversation.answers("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + joined.length()
                + "\r\n\r\n" + joined);

        var answer = open("/api/invitations/accept");
        conversation.next();
        joins(opened, SOPHIE);
        isKnownToBelong(opened, SOPHIE);
        assertThat(answer).isNotDone();
        joins(other, SOPHIE);

        assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo(joined);
        assertThat(changes().statusCode()).isEqualTo(200);
    }

    @Test
    void who_is_known_already_waits_for_nothing() throws Exception {
        joins(opened, SOPHIE);
        isKnownToBelong(opened, SOPHIE);
        conversation.answers(created("{\"id\":\"" + opened + "\"}"));

        assertThat(open("/api/workspaces").get(3, TimeUnit.SECONDS).statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_refusal_goes_through_at_once() throws Exception {
        conversation.answers(
                "HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(open("/api/workspaces").get(3, TimeUnit.SECONDS).statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_answer_that_names_no_workspace_goes_through_as_it_is() throws Exception {
        conversation.answers(created("{}"));

        var answer = open("/api/workspaces").get(10, TimeUnit.SECONDS);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{}");
    }

    private static String created(String body) {
        return "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    private CompletableFuture<HttpResponse<String>> open(String path) {
        var request = request(path).POST(BodyPublishers.ofString("{}")).build();
        return HTTP.sendAsync(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> changes() throws Exception {
        var request = request("/api/changes")
                .header("X-Accueil-Workspace", opened.toString())
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + sophiesToken());
    }
}
