package fr.accueil.ingest.twilio;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The parameters of a webhook, decoded, in the order of the wire and with repetitions: the signature covers them all.
/// Parsed here rather than by WebFlux, which answers 500 to a broken escape, turns bytes that are no UTF-8 into
/// question marks (and so a right signature into a wrong one), and does not say what was repeated. In the parameters
/// such bytes stand as [Utf8] decodes them; whoever asks for a text gets one that can be stored.
final class TwilioForm {

    /// Twilio sends about forty. More than this is no webhook, and sorting them for a stranger would be work for
    /// nothing.
    static final int MOST_PARAMETERS = 1_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Parameter> parameters;

    /// About sixty questions are asked of every message.
    private final Map<String, String> firstValues = new HashMap<>();

    record Parameter(String name, String value) {}

    TwilioForm(List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
        parameters.stream()
                .filter(it -> !it.value().isEmpty())
                .forEach(it -> firstValues.putIfAbsent(it.name(), Utf8.readable(it.value())));
    }

    /// @throws RejectedWebhook when an escape is broken, or there are too many parameters
    static TwilioForm parse(byte[] body) {
        var parameters = new ArrayList<Parameter>();
        for (int start = 0; start < body.length; ) {
            var end = indexOf(body, '&', start, body.length);
            if (end > start) {
                parameters.add(parameter(body, start, end));
            }
            if (parameters.size() > MOST_PARAMETERS) {
                throw new RejectedWebhook(Rejection.TOO_LARGE);
            }
            start = end + 1;
        }
        return new TwilioForm(parameters);
    }

    /// A JSON object as parameters: a text as it is, anything else as its JSON.
    ///
    /// @throws RejectedWebhook when it is no JSON object
    static TwilioForm parseJson(byte[] body) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return new TwilioForm(object.propertyStream()
                        .map(it -> new Parameter(
                                it.getKey(),
                                it.getValue().asString(it.getValue().toString())))
                        .toList());
            }
        } catch (JacksonException e) {
            throw new RejectedWebhook(Rejection.BROKEN_ENCODING);
        }
        throw new RejectedWebhook(Rejection.BROKEN_ENCODING);
    }

    List<Parameter> parameters() {
        return parameters;
    }

    boolean isDeliveryStatus() {
        return find("MessageStatus").isPresent();
    }

    /// The first value of that name that is not empty.
    Optional<String> find(String name) {
        return Optional.ofNullable(firstValues.get(name));
    }

    String text(String name) {
        return find(name).orElse("");
    }

    boolean isTrue(String name) {
        return text(name).equalsIgnoreCase("true");
    }

    /// Everything as received; the second and later values of a name stand under `name#2`, `name#3`…
    Map<String, String> raw() {
        var raw = new LinkedHashMap<String, String>();
        for (var parameter : parameters) {
            var name = Utf8.readable(parameter.name());
            var free = name;
            for (int nth = 2; raw.containsKey(free); nth++) {
                free = name + "#" + nth;
            }
            raw.put(free, Utf8.readable(parameter.value()));
        }
        return raw;
    }

    private static Parameter parameter(byte[] body, int start, int end) {
        var equals = indexOf(body, '=', start, end);
        return new Parameter(decode(body, start, equals), decode(body, Math.min(equals + 1, end), end));
    }

    private static int indexOf(byte[] body, char wanted, int start, int end) {
        for (int i = start; i < end; i++) {
            if (body[i] == wanted) {
                return i;
            }
        }
        return end;
    }

    private static String decode(byte[] body, int start, int end) {
        var decoded = ByteBuffer.allocate(end - start);
        for (int i = start; i < end; i++) {
            switch (body[i]) {
                case '+' -> decoded.put((byte) ' ');
                case '%' -> {
                    decoded.put(escaped(body, i, end));
                    i += 2;
                }
                default -> decoded.put(body[i]);
            }
        }
        return Utf8.decode(Arrays.copyOf(decoded.array(), decoded.position()));
    }

    private static byte escaped(byte[] body, int percent, int end) {
        if (percent + 2 >= end
                || !HexFormat.isHexDigit(body[percent + 1])
                || !HexFormat.isHexDigit(body[percent + 2])) {
            throw new RejectedWebhook(Rejection.BROKEN_ENCODING);
        }
        return (byte) (HexFormat.fromHexDigit(body[percent + 1]) << 4 | HexFormat.fromHexDigit(body[percent + 2]));
    }
}
