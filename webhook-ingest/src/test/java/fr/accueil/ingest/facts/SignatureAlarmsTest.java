package fr.accueil.ingest.facts;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.ChannelFact.RejectionCause;
import fr.accueil.events.ChannelFact.SignatureRejected;
import fr.accueil.events.ChannelId;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.ingest.channel.Channel;
import fr.accueil.ingest.facts.SignatureAlarms.Rejected;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureAlarmsTest {

    private static final Channel CAMELIA = new Channel(
            ChannelId.of(Ids.next()), TenantId.of(Ids.next()), "whatsapp:+331", "AC1", null, List.of("t"), true);

    private final MovableClock clock = new MovableClock();
    private final SignatureAlarms alarms = new SignatureAlarms(clock);
    private int diagnoses;

    @Test
    void the_first_is_told_at_once_and_the_others_after_a_minute_with_their_number() {
        raise(RejectionCause.UNKNOWN);
        tell();
        for (int i = 0; i < 41; i++) {
            clock.move(Duration.ofSeconds(1));
            raise(RejectionCause.UNKNOWN);
            assertThat(alarms.due()).isEmpty();
        }

        clock.move(Duration.ofSeconds(19));
        assertThat(alarms.due()).containsExactly(fact(RejectionCause.UNKNOWN, 41));
        tell();
        clock.move(Duration.ofHours(1));
        assertThat(alarms.due()).isEmpty();
    }

    @Test
    void what_kafka_did_not_take_is_told_later_together_with_what_came_since() {
        raise(RejectionCause.OTHER_TOKEN);
        assertThat(alarms.due()).containsExactly(fact(RejectionCause.OTHER_TOKEN, 1));
        raise(RejectionCause.UNKNOWN);

        assertThat(alarms.due()).containsExactly(fact(RejectionCause.OTHER_TOKEN, 2));
    }

    @Test
    void what_came_while_it_was_told_is_told_next() {
        raise(RejectionCause.UNKNOWN);
        var told = alarms.due().getFirst();
        raise(RejectionCause.UNKNOWN);
        alarms.told(told);

        clock.move(SignatureAlarms.BETWEEN_TELLING);
        assertThat(alarms.due()).containsExactly(fact(RejectionCause.UNKNOWN, 1));
    }

    @Test
    void one_in_a_few_seconds_is_looked_into() {
        for (int i = 0; i < 1_000; i++) {
            raise(RejectionCause.UNKNOWN);
            clock.move(Duration.ofMillis(10));
        }

        assertThat(diagnoses).isEqualTo(2);
    }

    @Test
    void a_cause_that_was_found_is_not_forgotten_for_a_strangers_noise() {
        raise(RejectionCause.OTHER_ADDRESS);
        clock.move(SignatureAlarms.BETWEEN_DIAGNOSES);
        raise(RejectionCause.UNKNOWN);
        assertThat(alarms.due()).containsExactly(fact(RejectionCause.OTHER_ADDRESS, 2));
        tell();

        clock.move(SignatureAlarms.BETWEEN_TELLING);
        raise(RejectionCause.UNKNOWN);
        assertThat(alarms.due()).containsExactly(fact(RejectionCause.UNKNOWN, 1));
    }

    private void raise(RejectionCause cause) {
        alarms.raise(CAMELIA, () -> {
            diagnoses++;
            return cause;
        });
    }

    private void tell() {
        alarms.due().forEach(alarms::told);
    }

    private static Rejected fact(RejectionCause cause, long count) {
        return new Rejected(CAMELIA.tenant(), new SignatureRejected(CAMELIA.id(), cause, count));
    }
}
