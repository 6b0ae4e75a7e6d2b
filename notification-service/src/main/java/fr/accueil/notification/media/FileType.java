package fr.accueil.notification.media;

import java.util.List;

/// The kinds of files that are kept: what WhatsApp carries, and documents that a business may be sent. What a browser
/// could run (HTML, SVG, scripts) is none of them, and what is not here is not kept. Told from the bytes by
/// [DetectType]: a general detector knows hundreds of kinds, of which each would need the question whether it is safe
/// to
/// show.
///
/// @param extensions of which the first is given to a name without a fitting one
enum FileType {
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    HEIC("image/heic", "heic", "heif"),
    AVIF("image/avif", "avif"),
    TIFF("image/tiff", "tiff", "tif"),
    OGG("audio/ogg", "ogg", "oga", "opus"),
    AMR("audio/amr", "amr"),
    MP3("audio/mpeg", "mp3"),
    AAC("audio/aac", "aac"),
    M4A("audio/mp4", "m4a", "mp4"),
    WAV("audio/wav", "wav"),
    MP4("video/mp4", "mp4", "m4v"),
    THREE_GP("video/3gpp", "3gp", "3gpp"),
    MOV("video/quicktime", "mov"),
    WEBM("video/webm", "webm", "mkv"),
    AVI("video/x-msvideo", "avi"),
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    DOC("application/msword", "doc"),
    XLS("application/vnd.ms-excel", "xls"),
    PPT("application/vnd.ms-powerpoint", "ppt"),
    RTF("application/rtf", "rtf"),
    ZIP("application/zip", "zip"),
    VCARD("text/vcard", "vcf"),
    TEXT("text/plain", "txt", "csv", "md", "log");

    private final String contentType;
    private final List<String> extensions;

    FileType(String contentType, String... extensions) {
        this.contentType = contentType;
        this.extensions = List.of(extensions);
    }

    String contentType() {
        return contentType;
    }

    List<String> extensions() {
        return extensions;
    }
}
