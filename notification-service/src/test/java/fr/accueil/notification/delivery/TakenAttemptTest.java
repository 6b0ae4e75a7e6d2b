package fr.accueil.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakenAttemptTest {

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, sent",
        "ACCEPTED, delivered",
        "ACCEPTED, failed",
        "SENT, undelivered",
        "DELIVERED, read",
        "FAILED, delivered",
        "FAILED_FOR_NOW, read",
        "UNRESOLVED, queued"
    })
    void what_goes_forward_is_news(AttemptState recorded, String listed) {
        assertThat(at(recorded).isBehind(listed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, queued",
        "ACCEPTED, sending",
        "SENT, accepted",
        "SENT, sent",
        "DELIVERED, sent",
        "DELIVERED, failed",
        "READ, delivered",
        "READ, undelivered",
        "FAILED, sent",
        "FAILED, failed",
        "FAILED_FOR_NOW, undelivered",
        "ACCEPTED, partially_delivered"
    })
    void what_stands_still_or_goes_back_is_none(AttemptState recorded, String listed) {
        assertThat(at(recorded).isBehind(listed)).isFalse();
    }

    private static TakenAttempt at(AttemptState state) {
        return new TakenAttempt(
                "SM1", ConversationId.of(Ids.next()), MessageId.of(Ids.next()), 0, Ids.next(), Instant.EPOCH, state);
    }
}
