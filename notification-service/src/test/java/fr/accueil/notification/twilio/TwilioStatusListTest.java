package fr.accueil.notification.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.notification.statuses.ListedStatus;
import fr.accueil.notification.statuses.StatusLists.NotListed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/// What became of what a sender sent, page by page.
class TwilioStatusListTest extends TwilioCalling {

    private final TwilioReading reading =
            new TwilioReading(new TwilioHttp(settings(twilio.url()), Clock.systemUTC()), meters);
    private final TwilioStatusLists lists = new TwilioStatusLists(reading, settings(twilio.url()));

    @AfterEach
    void close() {
        reading.destroy();
    }

    @Test
    void statuses_come_with_their_error_and_their_time() {
        send(dispatch("Bonjour"));
        var posted = twilio.posted().getFirst();
        twilio.becomes(posted, "undelivered", 63024);

        var listed = pages(Instant.now().minusSeconds(60)).getFirst().getFirst();

        assertThat(listed.sid()).isEqualTo(posted.sid());
        assertThat(listed.status()).isEqualTo("undelivered");
        assertThat(listed.errorCode()).isEqualTo("63024");
        assertThat(Objects.requireNonNull(listed.at())).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void pages_are_read_until_they_are_older_than_what_is_asked_for() {
        IntStream.range(0, 7).forEach(it -> send(dispatch("Message " + it)));

        assertThat(pages(Instant.now().minusSeconds(60)).stream().map(List::size))
                .containsExactly(3, 3, 1);
        assertThat(pages(Instant.now().plusSeconds(60)).stream().map(List::size))
                .containsExactly(3);
    }

    @Test
    void who_wants_no_further_page_causes_no_further_call() {
        IntStream.range(0, 7).forEach(it -> send(dispatch("Message " + it)));

        lists.requestSent(CHANNEL, Instant.now().minusSeconds(60))
                .takeUntil(_ -> true)
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();

        assertThat(twilio.listedFrom(CAMELIA)).isEqualTo(1);
    }

    @Test
    void a_list_that_cannot_be_read_is_an_error_and_no_empty_list() {
        twilio.close();

        pagesOf(Instant.now())
                .as(StepVerifier::create)
                .expectError(NotListed.class)
                .verify(Duration.ofSeconds(10));
    }

    private List<List<ListedStatus>> pages(Instant since) {
        return Objects.requireNonNull(pagesOf(since).collectList().block(Duration.ofSeconds(10)));
    }

    private Flux<List<ListedStatus>> pagesOf(Instant since) {
        return lists.requestSent(CHANNEL, since);
    }
}
