package fr.accueil.conversation.faqfile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The text of a file as spreadsheets write it: UTF-8 with or without its mark, else Windows-1252, as Excel does in
/// France; UTF-16 where its mark says so. Pure.
final class FileText {

    private static final Charset EXCEL = Charset.forName("windows-1252");
    private static final char MARK = '\uFEFF';

    private FileText() {}

    /// @throws FileRefused for a workbook, which is no text
    static String of(byte[] bytes) {
        if (startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new FileRefused(
                    "C'est un classeur. Dans votre tableur, enregistrez-le au format « CSV », puis choisissez ce fichier-là.");
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, EXCEL);
        }
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
