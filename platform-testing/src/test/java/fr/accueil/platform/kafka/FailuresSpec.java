package fr.accueil.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.UnreadableEvent;
import io.r2dbc.spi.R2dbcBadGrammarException;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcRollbackException;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/// What is waited for without end, and what is poison after three times. Codes are PostgreSQL's, exception types those
/// that its driver uses for them.
class FailuresSpec {

    static Stream<R2dbcException> ofTheServer() {
        return Stream.of(
                new R2dbcNonTransientResourceException("disk full", "53100"),
                new R2dbcNonTransientResourceException("too many connections", "53300"),
                new R2dbcNonTransientResourceException("terminating connection", "57P01"),
                new R2dbcNonTransientResourceException("starting up", "57P03"),
                new R2dbcNonTransientResourceException("statement timeout", "57014"),
                new R2dbcNonTransientResourceException("could not read file", "58030"),
                new R2dbcNonTransientResourceException("connection failure", "08006"),
                new R2dbcNonTransientResourceException("read-only transaction", "25006"),
                new R2dbcNonTransientResourceException("lock not available", "55P03"),
                new R2dbcRollbackException("deadlock", "40P01"),
                new R2dbcRollbackException("serialization failure", "40001"),
                new R2dbcTimeoutException("no connection in time"));
    }

    static Stream<R2dbcException> ofTheContent() {
        return Stream.of(
                new R2dbcNonTransientResourceException("index row size exceeds maximum", "54000"),
                new R2dbcNonTransientResourceException("feature not supported", "0A000"),
                new R2dbcNonTransientResourceException("raised by us", "P0001"),
                new R2dbcDataIntegrityViolationException("not null", "23502"),
                new R2dbcBadGrammarException("text with a NUL", "22021", 0));
    }

    @ParameterizedTest
    @MethodSource("ofTheServer")
    void is_waited_for(R2dbcException failure) {
        assertThat(Failures.isOfWhatWeStandOn(new IllegalStateException(failure)))
                .isTrue();
        assertThat(Failures.isOfWhatWeStandOn(new DataAccessResourceFailureException("translated", failure)))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("ofTheContent")
    void is_poison(R2dbcException failure) {
        assertThat(Failures.isOfWhatWeStandOn(new DataAccessResourceFailureException("translated", failure)))
                .isFalse();
    }

    @Test
    void a_lost_connection_and_patience_that_ended_are_waited_for() {
        assertThat(Failures.isOfWhatWeStandOn(new IllegalStateException(new ConnectException("refused"))))
                .isTrue();
        assertThat(Failures.isOfWhatWeStandOn(patienceEnded())).isTrue();
        assertThat(Failures.isOfWhatWeStandOn(new IllegalArgumentException("content")))
                .isFalse();
    }

    @Test
    void what_is_no_event_is_not_tried_again() {
        assertThat(Failures.isUnreadable(
                        new IllegalStateException(new UnreadableEvent("not an event", new IllegalArgumentException()))))
                .isTrue();
    }

    private static Throwable patienceEnded() {
        try {
            Mono.never().block(Duration.ofMillis(1));
            throw new AssertionError("it came");
        } catch (IllegalStateException e) {
            return Exceptions.unwrap(e);
        }
    }
}
