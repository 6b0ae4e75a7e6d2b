package fr.accueil.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accueil.local.display.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MachineTest {

    @Test
    void a_taken_port_is_named_with_who_needs_it_and_who_holds_it() throws IOException {
        try (var socket = new ServerSocket(0)) {
            var port = socket.getLocalPort();

            assertThatThrownBy(() -> Machine.check(Map.of("ai-router", port), step()))
                    .hasMessageContaining("Port " + port + " of ai-router is taken")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void node_must_be_twenty_or_newer() {
        assertThat(Machine.isNodeNewEnough("v20.20.2")).isTrue();
        assertThat(Machine.isNodeNewEnough("v24.1.0")).isTrue();
        assertThat(Machine.isNodeNewEnough("v18.19.0")).isFalse();
        assertThat(Machine.isNodeNewEnough("none")).isFalse();
    }

    private static Progress.Step step() {
        return Progress.on(false, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
                .step("Machine");
    }
}
