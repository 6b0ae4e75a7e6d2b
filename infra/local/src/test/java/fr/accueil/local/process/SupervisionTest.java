package fr.accueil.local.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisionTest {

    @TempDir
    Path folder;

    FakeProcess fake;
    Supervisor supervisor;
    List<List<Long>> told;

    @BeforeEach
    void startAnew() {
        fake = new FakeProcess(folder);
        told = new CopyOnWriteArrayList<>();
        supervisor = new Supervisor(
                folder,
                children -> told.add(
                        children.stream().flatMap(it -> it.pid().stream()).toList()));
    }

    @AfterEach
    void leaveNothingBehind() {
        supervisor.stopAll(_ -> {});
    }

    @Test
    void a_process_that_is_killed_is_started_again_and_its_new_number_is_told() {
        var child = started(fake.obedient("ai-router", 1));
        var before = pid(child);

        ProcessHandle.of(before).orElseThrow().destroyForcibly();

        await().atMost(5, SECONDS).until(() -> child.isRunning() && pid(child) != before);
        supervisor.awaitReady(child);
        assertThat(told.getLast()).containsExactly(pid(child));
    }

    @Test
    void a_process_that_is_stopped_ends_cleanly_and_stays_away() throws IOException {
        var child = started(fake.obedient("ai-router", 1));

        supervisor.stop(child);

        assertThat(child.isRunning()).isFalse();
        assertThat(Files.readString(folder.resolve("ai-router.ready.ended"))).isEqualTo("ended\n");
        assertThat(folder.resolve("ai-router.pid")).doesNotExist();
        assertThat(supervisor.children()).isEmpty();
    }

    @Test
    void a_process_that_will_not_end_is_killed() {
        var child = started(fake.stubborn("stubborn"));

        supervisor.stop(child);

        assertThat(child.isRunning()).isFalse();
    }

    @Test
    void what_stands_on_others_is_stopped_before_them() {
        started(fake.obedient("postgres", 0));
        started(fake.obedient("kafka", 1));
        started(fake.obedient("webhook-ingest", 3));
        started(fake.obedient("sign-in", 2));
        started(fake.obedient("ai-router", 3));
        var order = new ArrayList<String>();

        supervisor.stopAll(it -> order.add(it.spec().name()));

        assertThat(order.subList(0, 2)).containsExactlyInAnyOrder("webhook-ingest", "ai-router");
        assertThat(order.subList(2, 5)).containsExactly("sign-in", "kafka", "postgres");
        assertThat(supervisor.children()).isEmpty();
    }

    @Test
    void a_process_that_dies_again_and_again_while_starting_is_named() {
        var child = supervisor.start(fake.broken("notification-service"));

        assertThatThrownBy(() -> supervisor.awaitReady(child))
                .isInstanceOfSatisfying(
                        NotHealthy.class,
                        it -> assertThat(Logs.tail(it.log(), 1)).containsExactly("the port is missing"))
                .hasMessage("notification-service ended 3 times while starting");
    }

    @Test
    void a_process_that_takes_too_long_is_named() {
        var child = supervisor.start(fake.neverReady("ai-router"));

        assertThatThrownBy(() -> supervisor.awaitReady(child)).hasMessage("ai-router was not ready after 2 s");
    }

    @Test
    void it_runs_in_a_session_of_its_own_so_that_ctrl_c_reaches_the_launcher_alone() throws IOException {
        var child = started(fake.obedient("ai-router", 1));

        var stat = Files.readString(Path.of("/proc", Long.toString(pid(child)), "stat"));

        assertThat(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3]).isEqualTo(Long.toString(pid(child)));
    }

    @Test
    void what_a_killed_launcher_left_running_is_found_and_stopped() throws IOException {
        var orphan = new ProcessBuilder("sleep", "600").start();
        new PidFile(folder.resolve("left-behind.pid")).write(orphan.toHandle(), ProcessSpec.StopSignal.TERM);

        assertThat(Supervisor.stopOrphans(folder, Duration.ofSeconds(5))).isEqualTo(1);

        await().atMost(5, SECONDS).until(() -> !orphan.isAlive());
        assertThat(Supervisor.stopOrphans(folder, Duration.ofSeconds(5))).isZero();
    }

    @Test
    void a_stranger_that_was_given_the_number_of_an_old_process_is_left_alone() throws IOException {
        var stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    folder.resolve("old.pid"),
                    stranger.pid() + " " + Instant.now().minusSeconds(3600) + " TERM");

            assertThat(Supervisor.stopOrphans(folder, Duration.ofSeconds(1))).isZero();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void who_dies_young_again_and_again_waits_longer_each_time() {
        var backoff = new Backoff();

        var pauses = Stream.generate(() -> backoff.after(Duration.ofSeconds(1)))
                .limit(8)
                .toList();

        assertThat(pauses).isSorted().startsWith(Duration.ofMillis(200)).endsWith(Duration.ofSeconds(10));
        assertThat(backoff.after(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(200));
    }

    private Child started(ProcessSpec spec) {
        var child = supervisor.start(spec);
        supervisor.awaitReady(child);
        return child;
    }

    private static long pid(Child child) {
        return child.pid().orElseThrow();
    }
}
