package fr.accueil.gateway.stream;

import fr.accueil.events.MaskedPhones;
import fr.accueil.events.Wire;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/// One change as browsers get it. Its bytes are made once, however many browsers they go to.
final class Change {

    private final Position position;
    private final byte[] frame;
    private final int dataStart;
    private final int dataLength;
    private volatile @Nullable Change masked;

    private Change(Position position, byte[] frame, int dataStart, int dataLength) {
        this.position = position;
        this.frame = frame;
        this.dataStart = dataStart;
        this.dataLength = dataLength;
    }

    /// @param json of one line
    static Change of(Position position, byte[] json) {
        var head = Frame.changeHead(position);
        var frame = new ByteArrayOutputStream(head.length + json.length + Frame.end().length);
        frame.writeBytes(head);
        frame.writeBytes(json);
        frame.writeBytes(Frame.end());
        return new Change(position, frame.toByteArray(), head.length, json.length);
    }

    Position position() {
        return position;
    }

    long offset() {
        return position.offset();
    }

    /// The whole server-sent event.
    byte[] frame() {
        return frame;
    }

    int size() {
        return frame.length;
    }

    /// For who may not see customers' phone numbers; made when the first of them watches.
    Change masked() {
        var known = masked;
        if (known == null) {
            var json = Wire.json().readTree(frame, dataStart, dataLength);
            known = of(position, Wire.json().writeValueAsBytes(MaskedPhones.in(json)));
            masked = known;
        }
        return known;
    }

    /// The envelope alone.
    void writeEnvelopeTo(ByteArrayOutputStream out) {
        out.write(frame, dataStart, dataLength);
    }
}
