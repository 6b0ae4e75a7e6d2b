package fr.accueil.notification.media;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.DeliveryEvent.MediaProblem;
import fr.accueil.events.DeliveryEvent.MediaUnavailable;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.TenantId;
import fr.accueil.notification.media.Findings.Later;
import fr.accueil.notification.media.Findings.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class FindingsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final MediaSettings SETTINGS = new MediaSettings(
            null,
            List.of("media.twiliocdn.com"),
            DataSize.ofMegabytes(16),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(1),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofHours(6),
            8);

    @Test
    void it_is_tried_after_one_second_then_three_then_ever_later_up_to_a_limit() {
        var pauses = IntStream.range(0, 12)
                .mapToObj(tries -> Findings.failed(asked(NOON, tries, null), SETTINGS, NOON))
                .map(it -> ((Later) it).pause().toMillis())
                .toList();

        assertThat(pauses.get(0)).isBetween(800L, 1_200L);
        assertThat(pauses.get(1)).isBetween(2_400L, 3_600L);
        assertThat(pauses.get(2)).isBetween(7_200L, 10_800L);
        assertThat(pauses.get(11)).isBetween(480_000L, 720_000L);
    }

    @Test
    void what_fails_for_hours_is_given_up() {
        var medium = asked(NOON, 40, null);

        assertThat(Findings.failed(medium, SETTINGS, NOON.plus(Duration.ofHours(5))))
                .isInstanceOf(Later.class);
        assertThat(problem(Findings.failed(medium, SETTINGS, NOON.plus(Duration.ofHours(6)))))
                .isEqualTo(MediaProblem.UNREACHABLE);
    }

    @Test
    void what_stays_missing_is_gone_and_a_failure_in_between_begins_anew() {
        var minute = NOON.plus(Duration.ofMinutes(1));
        var first = (Later) Findings.missing(asked(NOON, 0, null), SETTINGS, minute);

        assertThat(first.missingSince()).isEqualTo(minute);
        assertThat(Findings.missing(asked(NOON, 3, minute), SETTINGS, NOON.plus(Duration.ofMinutes(15))))
                .isInstanceOf(Later.class);
        assertThat(problem(Findings.missing(asked(NOON, 9, minute), SETTINGS, NOON.plus(Duration.ofMinutes(16)))))
                .isEqualTo(MediaProblem.GONE);
        assertThat(((Later) Findings.failed(asked(NOON, 3, minute), SETTINGS, minute)).missingSince())
                .isNull();
    }

    @Test
    void every_problem_has_a_sentence_for_the_manager() {
        for (var problem : MediaProblem.values()) {
            var told = (Told) Findings.impossible(asked(NOON, 0, null), problem, SETTINGS);
            assertThat(((MediaUnavailable) told.news()).explanation()).endsWith(".");
        }
    }

    private static MediaProblem problem(Findings findings) {
        return ((MediaUnavailable) ((Told) findings).news()).problem();
    }

    private static Medium asked(Instant since, int tries, @Nullable Instant missingSince) {
        return new Medium(
                TenantId.of(Ids.next()),
                new MessageId(Ids.next()),
                0,
                ConversationId.of(Ids.next()),
                ChannelId.of(Ids.next()),
                "MM1",
                "https://api.twilio.com/x",
                "image/jpeg",
                since,
                tries,
                missingSince);
    }
}
