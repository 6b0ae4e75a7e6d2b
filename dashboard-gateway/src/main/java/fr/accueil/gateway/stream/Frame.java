package fr.accueil.gateway.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The bytes of server-sent events.
final class Frame {

    static final byte[] HELLO = ": bonjour\n\n".getBytes(UTF_8);
    static final byte[] HEARTBEAT = ": heartbeat\n\n".getBytes(UTF_8);

    /// This one ends because its person holds too many: poll, or come back when somebody looks at it.
    static final byte[] CROWDED = "event: crowded\ndata: {}\n\n".getBytes(UTF_8);

    private static final byte[] END = "\n\n".getBytes(UTF_8);

    private Frame() {}

    /// All up to the data.
    static byte[] changeHead(Position position) {
        return ("id: " + position + "\nevent: change\ndata: ").getBytes(UTF_8);
    }

    static byte[] end() {
        return END;
    }

    /// What was missed cannot be told one by one: ask for everything again, then go on from here.
    static byte[] resync(Position from) {
        return ("id: " + from + "\nevent: resync\ndata: {}\n\n").getBytes(UTF_8);
    }
}
