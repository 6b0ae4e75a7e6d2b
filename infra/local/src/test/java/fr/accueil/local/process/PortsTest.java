package fr.accueil.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortsTest {

    @Test
    void a_port_that_someone_listens_on_is_not_free() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
            assertThat(Ports.isFree(port)).isFalse();
        }
        assertThat(Ports.isFree(port)).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_process_that_holds_a_port_is_found() throws IOException {
        try (var socket = new ServerSocket(0)) {
            assertThat(Ports.holder(socket.getLocalPort()).map(ProcessHandle::pid))
                    .contains(ProcessHandle.current().pid());
        }
    }

    @Test
    void the_next_instance_gets_a_port_a_hundred_higher() throws IOException {
        try (var socket = new ServerSocket(0)) {
            var taken = socket.getLocalPort();
            assertThat(Ports.freeFrom(taken) % 100).isEqualTo(taken % 100);
            assertThat(Ports.freeFrom(taken)).isNotEqualTo(taken);
        }
    }
}
