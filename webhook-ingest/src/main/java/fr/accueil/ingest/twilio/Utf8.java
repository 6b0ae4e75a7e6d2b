package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;

/// UTF-8 that loses nothing: a signature covers bytes, also those that are no text (half of an emoji, cut off at 1,600
/// characters). Each such byte becomes a lone low surrogate, which no text has, and so becomes the same byte again.
final class Utf8 {

    private static final char ESCAPED = '\uDC00';
    private static final char LAST_ESCAPED = '\uDCFF';
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    static String decode(byte[] bytes) {
        var decoder = UTF_8.newDecoder();
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        CoderResult result;
        while ((result = decoder.decode(in, out, true)).isMalformed()) {
            for (int i = result.length(); i > 0; i--) {
                out.put((char) (ESCAPED + (in.get() & 0xFF)));
            }
        }
        return out.flip().toString();
    }

    /// The bytes that this text was decoded from.
    static byte[] encode(String text) {
        var bytes = new ByteArrayOutputStream(text.length() + 16);
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isEscaped(text, i)) {
                bytes.writeBytes(text.substring(plain, i).getBytes(UTF_8));
                bytes.write(text.charAt(i) - ESCAPED);
                plain = i + 1;
            }
        }
        bytes.writeBytes(text.substring(plain).getBytes(UTF_8));
        return bytes.toByteArray();
    }

    /// As text for others: without halves of characters, which no JSON is written with, and without the one character
    /// that PostgreSQL stores neither as text nor as JSON.
    static String readable(String text) {
        var readable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            readable.append(character == '\0' || isHalf(text, i) ? REPLACEMENT : character);
        }
        return readable.toString();
    }

    private static boolean isHalf(String text, int index) {
        var character = text.charAt(index);
        if (Character.isHighSurrogate(character)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(character)
                && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    private static boolean isEscaped(String text, int index) {
        var character = text.charAt(index);
        return character >= ESCAPED
                && character <= LAST_ESCAPED
                && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
