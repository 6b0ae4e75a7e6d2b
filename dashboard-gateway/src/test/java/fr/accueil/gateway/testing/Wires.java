package fr.accueil.gateway.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/// Speaks HTTP byte by byte, where a client library would already tidy up.
public final class Wires {

    private Wires() {}

    /// @param request head and body; it should ask to close the connection
    /// @return head and body of the answer, or what came of it when the server hangs up on what it will not read
    public static String exchange(int port, String request) throws IOException {
        var answer = new ByteArrayOutputStream();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            for (var it = socket.getInputStream().read();
                    it >= 0;
                    it = socket.getInputStream().read()) {
                answer.write(it);
            }
        } catch (SocketException hungUp) {
            if (answer.size() == 0) {
                throw hungUp;
            }
        }
        return answer.toString(ISO_8859_1);
    }
}
