package fr.accueil.conversation.busy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/// An address that somebody typed is a stranger's, whoever they are.
class FetchCalendarTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicInteger asked = new AtomicInteger();
    private final DisposableServer server = HttpServer.create()
            .host("localhost")
            .compress(true)
            .route(routes -> routes.get("/agenda.ics", (_, answer) -> answer.sendString(Mono.just("\uFEFFBEGIN:É")))
                    .get("/status/{code}", (request, answer) -> {
                        asked.incrementAndGet();
                        return answer.status(Integer.parseInt(request.param("code")))
                                .send();
                    })
                    .get("/moved", (_, answer) -> answer.sendRedirect("/agenda.ics"))
                    .get("/round", (_, answer) -> answer.sendRedirect("/round"))
                    .get("/silent", (_, answer) -> answer.sendString(Mono.never()))
                    .get(
                            "/endless",
                            (_, answer) ->
                                    answer.sendString(Flux.just("0123456789").repeat(1_000_000))))
            .bindNow();

    @AfterEach
    void closes() {
        server.disposeNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agenda.ics", "/moved"})
    void its_text_is_read_where_it_has_moved_to_as_well(String path) {
        assertThat(inside().fetch(at(path)).block(PATIENCE)).isEqualTo("BEGIN:É");
    }

    @ParameterizedTest
    @CsvSource({
        "/status/401,FORBIDDEN",
        "/status/403,FORBIDDEN",
        "/status/404,NOT_FOUND",
        "/status/410,NOT_FOUND",
        "/status/500,UNREACHABLE",
        "/status/429,UNREACHABLE",
        "/round,NOT_FOUND",
        "/silent,UNREACHABLE",
        "/endless,TOO_LARGE",
    })
    void what_cannot_be_had_says_why(String path, Trouble why) {
        assertUnreadable(inside().fetch(at(path)), why);
    }

    @Test
    void nobody_there_is_not_reached() {
        server.disposeNow();

        assertUnreadable(inside().fetch(at("/agenda.ics")), Trouble.UNREACHABLE);
        assertUnreadable(inside().fetch(URI.create("http://agenda.invalid/a.ics")), Trouble.UNREACHABLE);
    }

    @Test
    void a_name_that_leads_into_our_own_networks_is_not_even_connected_to() {
        var address = URI.create("https://localhost:%d/status/200".formatted(server.port()));

        assertThat(outside().isAllowed(address)).isTrue();
        assertUnreadable(outside().fetch(address), Trouble.UNREACHABLE);
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://agenda.example/a.ics",
                "https://127.0.0.1/a.ics",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/a.ics",
                "https://sophie:secret@agenda.example/a.ics",
                "file:///etc/passwd",
                "ftp://agenda.example/a.ics",
                "https:///a.ics",
                "/a.ics",
                "mailto:sophie@agenda.example",
            })
    void only_names_over_tls_are_asked(String address) {
        assertThat(outside().isAllowed(URI.create(address))).isFalse();
        assertUnreadable(outside().fetch(URI.create(address)), Trouble.NOT_FOUND);
    }

    private URI at(String path) {
        return URI.create("http://localhost:%d%s".formatted(server.port(), path));
    }

    private static FetchCalendar inside() {
        return new FetchCalendar(settings(true));
    }

    private static FetchCalendar outside() {
        return new FetchCalendar(settings(false));
    }

    private static ExternalCalendarSettings settings(boolean insideOurNetworks) {
        return new ExternalCalendarSettings(
                10,
                Duration.ofMinutes(15),
                Duration.ofSeconds(2),
                DataSize.ofMegabytes(1),
                Duration.ofDays(400),
                2000,
                insideOurNetworks);
    }

    private static void assertUnreadable(Mono<String> fetched, Trouble why) {
        assertThatThrownBy(() -> fetched.block(PATIENCE))
                .isInstanceOfSatisfying(
                        CalendarUnreadable.class, it -> assertThat(it.trouble()).isEqualTo(why));
    }
}
