package fr.accueil.gateway.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.TenantId;
import fr.accueil.gateway.access.Member;
import fr.accueil.gateway.stream.Browser.End;
import fr.accueil.gateway.stream.Missed.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class TenantFeedTest {

    private static final TenantId CAMELIA = TenantId.of(UUID.fromString("93a3736e-9d24-5371-884d-943433cdf9b1"));
    private static final int KEPT = 5;

    private Coverage coverage = new Coverage("abcd", firstOffsets(100));
    private final int partition = coverage.partitionOf(CAMELIA);
    private final TenantFeed feed = new TenantFeed(CAMELIA, () -> coverage, KEPT, 1_000_000);
    private final List<End> ends = new ArrayList<>();

    @Test
    void kafka_puts_a_tenant_where_we_look_for_it() {
        // Measured with Kafka's own producer: 12 partitions, this key.
        assertThat(partition)
                .isEqualTo(org.apache.kafka.clients.producer.internals.BuiltInPartitioner.partitionForKey(
                        CAMELIA.toString().getBytes(UTF_8), 12));
    }

    @Test
    void what_came_after_an_id_is_known() {
        happen(100, 103, 104);

        assertThat(offsetsSince(at(100))).containsExactly(103L, 104L);
        assertThat(offsetsSince(at(102))).containsExactly(103L, 104L);
        assertThat(offsetsSince(at(104))).isEmpty();
    }

    @Test
    void an_id_from_just_before_the_window_is_known_and_an_older_one_is_not() {
        happen(100);

        assertThat(offsetsSince(at(99))).containsExactly(100L);
        assertThat(whyNot(at(98))).isEqualTo(Reason.TOO_OLD);
    }

    @Test
    void an_id_is_too_old_as_soon_as_one_change_after_it_is_forgotten() {
        happen(100, 101, 102, 103, 104, 105);

        assertThat(whyNot(at(99))).isEqualTo(Reason.TOO_OLD);
        assertThat(offsetsSince(at(100))).containsExactly(101L, 102L, 103L, 104L, 105L);
    }

    @Test
    void what_another_tenant_of_the_partition_did_makes_no_id_too_old() {
        coverage.advance(partition, 500);

        assertThat(offsetsSince(at(150))).isEmpty();
        assertThat(feed.now()).isEqualTo(at(499));
    }

    @Test
    void an_id_is_ahead_until_this_gateway_has_read_it() {
        happen(100);
        assertThat(whyNot(at(101))).isEqualTo(Reason.AHEAD);

        happen(101);
        assertThat(offsetsSince(at(101))).isEmpty();
    }

    @Test
    void after_an_erasure_nothing_of_before_is_told_again() {
        happen(100, 101);

        feed.forgetAll();
        happen(102);

        assertThat(whyNot(at(100))).isEqualTo(Reason.TOO_OLD);
        assertThat(offsetsSince(at(101))).containsExactly(102L);
        assertThat(feed.changes()).isEqualTo(1);
    }

    @Test
    void ids_of_elsewhere_are_foreign() {
        happen(100);

        assertThat(whyNot(new Position("efgh", partition, 100))).isEqualTo(Reason.FOREIGN);
        assertThat(whyNot(new Position("abcd", (partition + 1) % 12, 100))).isEqualTo(Reason.FOREIGN);
        for (var garbage :
                List.of("", "abcd", "abcd.1", "abcd.1.x", "abcd.1.-2", "abcd.99999999999.1", "..", "é.1.1")) {
            assertThat(feed.since(garbage)).isEqualTo(new Missed.Unknown(Reason.FOREIGN));
        }
    }

    @Test
    void nothing_is_lost_or_repeated_between_what_was_missed_and_what_is_live() {
        happen(100, 101);
        var browser = opened(at(100), 10);
        happen(102);

        StepVerifier.create(browser.frames().map(TenantFeedTest::text))
                .expectNext(": bonjour\n\n")
                .expectNext(change(101), change(102))
                .then(() -> happen(103))
                .expectNext(change(103))
                .thenCancel()
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void a_browser_that_does_not_keep_up_gets_what_waits_then_a_resync_then_the_end() {
        var browser = opened(null, 2);
        happen(100, 101, 102, 103);

        assertThat(ends).containsExactly(End.SLOW);
        assertThat(feed.browsers()).isEmpty();
        StepVerifier.create(browser.frames().map(TenantFeedTest::text))
                .expectNext(": bonjour\n\n", change(100), change(101), resync(103))
                .expectComplete()
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void a_slow_browser_costs_the_others_nothing() {
        opened(null, 1);
        var quick = opened(null, 10);
        happen(100, 101, 102);

        StepVerifier.create(quick.frames().map(TenantFeedTest::text))
                .expectNext(": bonjour\n\n", change(100), change(101), change(102))
                .thenCancel()
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void who_may_no_longer_see_gets_nothing_of_what_waits() {
        for (var why : List.of(End.REVOKED, End.EXPIRED)) {
            var browser = opened(null, 10);
            happen(feed.now().offset() + 1);
            feed.end(_ -> true, why);

            StepVerifier.create(browser.frames()).expectComplete().verify(Duration.ofSeconds(5));
        }
    }

    @Test
    void only_those_whose_token_ended_are_let_go() {
        var now = Instant.parse("2026-11-22T10:00:00Z");
        var ending = browser(now, 10);
        var staying = browser(now.plusSeconds(1), 10);
        feed.open(ending, null);
        feed.open(staying, null);

        feed.endExpired(now);

        assertThat(feed.browsers()).containsExactly(staying);
        assertThat(ends).containsExactly(End.EXPIRED);
    }

    @Test
    void when_the_topic_is_made_anew_everybody_resyncs_and_old_ids_are_foreign() {
        happen(100, 101);
        var browser = opened(null, 10);
        coverage = new Coverage("efgh", firstOffsets(0));
        feed.keepUp();
        feed.append(Change.of(new Position("efgh", partition, 0), json(0)));

        StepVerifier.create(browser.frames().map(TenantFeedTest::text))
                .expectNext(": bonjour\n\n")
                .expectNext("id: efgh." + partition + ".-1\nevent: resync\ndata: {}\n\n")
                .expectNext("id: efgh." + partition + ".0\nevent: change\ndata: {\"number\":0}\n\n")
                .thenCancel()
                .verify(Duration.ofSeconds(5));
        assertThat(whyNot(at(100))).isEqualTo(Reason.FOREIGN);
        assertThat(((Missed.Changes) feed.since("efgh." + partition + ".-1")).changes())
                .hasSize(1);
    }

    @Test
    void a_change_is_made_into_bytes_once_for_all() {
        var one = opened(null, 10);
        var another = opened(null, 10);
        happen(100);

        var first = one.frames().skip(1).blockFirst();
        assertThat(first).isSameAs(another.frames().skip(1).blockFirst());
    }

    @Test
    void who_may_not_see_numbers_gets_them_masked_in_what_was_missed_and_in_what_is_live() {
        var hidden = new AtomicBoolean(true);
        feed.append(Change.of(at(100), "{\"phone\":\"+33639980012\"}".getBytes(UTF_8)));
        var agent = new Browser(new Member(CAMELIA, "lea", Instant.MAX), 10, () -> {}, ends::add, hidden::get);
        var owner = browser(Instant.MAX, 10);
        feed.open(agent, at(99).toString());
        feed.open(owner, at(99).toString());
        feed.append(Change.of(at(101), "{\"phone\":\"+33639980034\"}".getBytes(UTF_8)));
        hidden.set(false);
        feed.append(Change.of(at(102), "{\"phone\":\"+33639980055\"}".getBytes(UTF_8)));

        assertThat(phones(agent)).containsExactly("+336••••••12", "+336••••••34", "+33639980055");
        assertThat(phones(owner)).containsExactly("+33639980012", "+33639980034", "+33639980055");
    }

    private static List<String> phones(Browser browser) {
        return browser.frames()
                .skip(1)
                .take(3)
                .map(TenantFeedTest::text)
                .map(it -> it.replaceAll("(?s).*\"phone\":\"([^\"]*)\".*", "$1"))
                .collectList()
                .blockOptional(Duration.ofSeconds(5))
                .orElseThrow();
    }

    private void happen(long... offsets) {
        for (var offset : offsets) {
            feed.append(Change.of(at(offset), json(offset)));
        }
    }

    private Browser opened(@Nullable Position after, int buffer) {
        var browser = browser(Instant.MAX, buffer);
        feed.open(browser, after == null ? null : after.toString());
        return browser;
    }

    private Browser browser(Instant until, int buffer) {
        return new Browser(new Member(CAMELIA, "sophie", until), buffer, () -> {}, ends::add);
    }

    private List<Long> offsetsSince(Position after) {
        return ((Missed.Changes) feed.since(after.toString()))
                .changes().stream().map(Change::offset).toList();
    }

    private Reason whyNot(Position after) {
        return ((Missed.Unknown) feed.since(after.toString())).reason();
    }

    private Position at(long offset) {
        return new Position("abcd", partition, offset);
    }

    private String change(long offset) {
        return "id: " + at(offset) + "\nevent: change\ndata: {\"number\":" + offset + "}\n\n";
    }

    private String resync(long offset) {
        return "id: " + at(offset) + "\nevent: resync\ndata: {}\n\n";
    }

    private static byte[] json(long number) {
        return ("{\"number\":" + number + "}").getBytes(UTF_8);
    }

    private static String text(byte[] frame) {
        return new String(frame, UTF_8);
    }

    private static long[] firstOffsets(long offset) {
        var first = new long[12];
        java.util.Arrays.fill(first, offset);
        return first;
    }
}
