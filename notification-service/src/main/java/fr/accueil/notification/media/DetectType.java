package fr.accueil.notification.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// What a file is, by its first bytes. What the sender says decides nothing but between siblings that begin alike.
final class DetectType {

    private static final int HEAD = 4096;
    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1");
    private static final Pattern MARKUP = Pattern.compile("(?is)\\s*(<|#!|%!).*");

    private DetectType() {}

    /// @return empty when it is no kind that is kept
    static Optional<FileType> of(Path file, String claimed) throws IOException {
        byte[] bytes;
        try (var content = Files.newInputStream(file)) {
            bytes = content.readNBytes(HEAD);
        }
        var head = new String(bytes, ISO_8859_1);
        var claims = claimed.toLowerCase(Locale.ROOT);
        if (head.startsWith("PK\u0003\u0004")) {
            return zipped(file);
        }
        return byMagic(head, claims).or(() -> text(bytes, bytes.length == HEAD));
    }

    private static Optional<FileType> byMagic(String head, String claimed) {
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(FileType.JPEG);
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(FileType.PNG);
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return Optional.of(FileType.GIF);
        }
        if (head.startsWith("II*\u0000") || head.startsWith("MM\u0000*")) {
            return Optional.of(FileType.TIFF);
        }
        if (head.startsWith("RIFF") && head.length() >= 12) {
            return riff(head.substring(8, 12));
        }
        if (head.startsWith("ftyp", 4) && head.length() >= 12) {
            return Optional.of(boxed(head.substring(8, 12), claimed));
        }
        if (head.startsWith("%PDF-")) {
            return Optional.of(FileType.PDF);
        }
        if (head.startsWith("{\\rtf")) {
            return Optional.of(FileType.RTF);
        }
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return Optional.of(olderOffice(claimed));
        }
        if (head.startsWith("\u001aE\u00df\u00a3")) {
            return Optional.of(FileType.WEBM);
        }
        return sound(head);
    }

    private static Optional<FileType> sound(String head) {
        if (head.startsWith("OggS")) {
            return Optional.of(FileType.OGG);
        }
        if (head.startsWith("#!AMR")) {
            return Optional.of(FileType.AMR);
        }
        if (head.startsWith("ID3")) {
            return Optional.of(FileType.MP3);
        }
        if (head.length() < 2 || head.charAt(0) != 0xff) {
            return Optional.empty();
        }
        return switch (head.charAt(1)) {
            case 0xfb, 0xfa, 0xf3, 0xf2 -> Optional.of(FileType.MP3);
            case 0xf1, 0xf9 -> Optional.of(FileType.AAC);
            default -> Optional.empty();
        };
    }

    private static Optional<FileType> riff(String form) {
        return switch (form) {
            case "WEBP" -> Optional.of(FileType.WEBP);
            case "WAVE" -> Optional.of(FileType.WAV);
            case "AVI " -> Optional.of(FileType.AVI);
            default -> Optional.empty();
        };
    }

    private static FileType boxed(String brand, String claimed) {
        if (HEIC_BRANDS.contains(brand)) {
            return FileType.HEIC;
        }
        return switch (brand) {
            case "avif", "avis" -> FileType.AVIF;
            case "qt  " -> FileType.MOV;
            case "M4A ", "M4B " -> FileType.M4A;
            default -> {
                if (claimed.startsWith("audio/")) {
                    yield FileType.M4A;
                }
                yield brand.startsWith("3g") ? FileType.THREE_GP : FileType.MP4;
            }
        };
    }

    private static FileType olderOffice(String claimed) {
        if (claimed.contains("excel")) {
            return FileType.XLS;
        }
        return claimed.contains("powerpoint") ? FileType.PPT : FileType.DOC;
    }

    /// By the names in it; nothing is unpacked.
    private static Optional<FileType> zipped(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("mimetype") != null) {
                return openDocument(zip);
            }
            if (zip.getEntry("[Content_Types].xml") == null) {
                return Optional.of(FileType.ZIP);
            }
            if (zip.getEntry("word/document.xml") != null) {
                return Optional.of(FileType.DOCX);
            }
            if (zip.getEntry("xl/workbook.xml") != null) {
                return Optional.of(FileType.XLSX);
            }
            return Optional.of(zip.getEntry("ppt/presentation.xml") != null ? FileType.PPTX : FileType.ZIP);
        } catch (ZipException _) {
            return Optional.empty();
        }
    }

    private static Optional<FileType> openDocument(ZipFile zip) throws IOException {
        try (var content = zip.getInputStream(zip.getEntry("mimetype"))) {
            return Optional.of(
                    switch (new String(content.readNBytes(100), UTF_8).strip()) {
                        case "application/vnd.oasis.opendocument.text" -> FileType.ODT;
                        case "application/vnd.oasis.opendocument.spreadsheet" -> FileType.ODS;
                        case "application/vnd.oasis.opendocument.presentation" -> FileType.ODP;
                        default -> FileType.ZIP;
                    });
        }
    }

    /// Readable text that is neither markup nor a script.
    private static Optional<FileType> text(byte[] bytes, boolean isCut) {
        return decoded(bytes, isCut)
                .filter(it -> !it.isEmpty())
                .filter(it -> it.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f'))
                .map(it -> it.startsWith("\ufeff") ? it.substring(1) : it)
                .filter(it -> !MARKUP.matcher(it).matches())
                .map(it -> it.stripLeading().regionMatches(true, 0, "BEGIN:VCARD", 0, 11)
                        ? FileType.VCARD
                        : FileType.TEXT);
    }

    private static Optional<String> decoded(byte[] bytes, boolean isCut) {
        // A character may be cut at the end of the head: up to three of its bytes.
        for (var cut = 0; cut <= (isCut ? 3 : 0); cut++) {
            try {
                return Optional.of(UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes, 0, bytes.length - cut))
                        .toString());
            } catch (CharacterCodingException _) {
                continue;
            }
        }
        return Optional.empty();
    }
}
