package fr.accueil.notification.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectTypeTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    @ParameterizedTest
    @CsvSource({
        "'\u00ff\u00d8\u00ff\u00e0', image/png, JPEG",
        "'\u0089PNG\r\n\u001a\n', text/html, PNG",
        "'GIF89a<script>', image/gif, GIF",
        "'RIFF....WEBPVP8 ', image/jpeg, WEBP",
        "'RIFF....WAVEfmt ', image/jpeg, WAV",
        "'....ftypisom....', video/mp4, MP4",
        "'....ftypmp42....', audio/mp4, M4A",
        "'....ftyp3gp5....', video/mp4, THREE_GP",
        "'....ftypheic....', image/jpeg, HEIC",
        "'OggS....OpusHead', audio/mpeg, OGG",
        "'#!AMR\n', audio/amr, AMR",
        "'ID3\u0004', audio/mpeg, MP3",
        "'\u00ff\u00f1P', audio/aac, AAC",
        "'%PDF-1.7', image/jpeg, PDF",
        "'\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', application/vnd.ms-excel, XLS",
        "'{\\rtf1', application/msword, RTF",
        "'begin:vcard\r\nFN:Marie', text/plain, VCARD",
        "'Bonjour, voici mon adresse', text/html, TEXT"
    })
    void a_file_is_what_its_bytes_say(String head, String claimed, FileType type) throws IOException {
        assertThat(DetectType.of(file(head.getBytes(ISO_8859_1)), claimed)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><script>alert(1)</script>",
                "  \r\n<HTML>",
                "\ufeff<svg onload='alert(1)'/>",
                "<?xml version='1.0'?><svg/>",
                "#!/bin/sh\nrm -rf /",
                "%!PS-Adobe",
                "MZ\u0000\u0001",
                "\u007fELF\u0002",
                "",
                "RIFF\u0000\u0001..ACON"
            })
    void what_could_run_and_what_is_not_known_is_not_kept(String content) throws IOException {
        assertThat(DetectType.of(file(content.getBytes(UTF_8)), "image/jpeg")).isEmpty();
    }

    @Test
    void a_text_whose_last_character_is_cut_by_our_own_reading_is_text() throws IOException {
        assertThat(DetectType.of(file(("a" + "é".repeat(5_000)).getBytes(UTF_8)), "text/plain"))
                .contains(FileType.TEXT);
    }

    @Test
    void documents_in_a_zip_are_told_by_what_is_inside() throws IOException {
        assertThat(DetectType.of(zip("[Content_Types].xml", "word/document.xml"), ""))
                .contains(FileType.DOCX);
        assertThat(DetectType.of(zip("[Content_Types].xml", "xl/workbook.xml"), ""))
                .contains(FileType.XLSX);
        assertThat(DetectType.of(zip("[Content_Types].xml", "ppt/presentation.xml"), ""))
                .contains(FileType.PPTX);
        assertThat(DetectType.of(zip("photo.jpg"), "")).contains(FileType.ZIP);
        assertThat(DetectType.of(file("PK\u0003\u0004 and no more".getBytes(UTF_8)), ""))
                .isEmpty();
    }

    @Test
    void a_name_is_made_harmless_and_true() throws IOException {
        var pdf = file("%PDF-".getBytes(UTF_8));

        assertThat(FileNames.of("../../etc/passwd", FileType.PDF, pdf)).isEqualTo("etc passwd.pdf");
        assertThat(FileNames.of("devis.PDF", FileType.PDF, pdf)).isEqualTo("devis.PDF");
        assertThat(FileNames.of("facture.html", FileType.PDF, pdf)).isEqualTo("facture.html.pdf");
        assertThat(FileNames.of("a\r\nSet-Cookie: x=1;\u202e\u0000\"<b>", FileType.PDF, pdf))
                .isEqualTo("aSet-Cookie x=1 b.pdf");
        assertThat(FileNames.of("é".repeat(500), FileType.PDF, pdf)).hasSize(124);
        assertThat(FileNames.of("😀.pdf", FileType.PDF, pdf)).isEqualTo("😀.pdf");
        assertThat(FileNames.of("...", FileType.PDF, pdf)).isNull();
        assertThat(FileNames.of(null, FileType.PDF, pdf)).isNull();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(temporary, "file", null), content);
    }

    private Path zip(String... names) throws IOException {
        var file = Files.createTempFile(temporary, "zip", null);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return file;
    }
}
