package fr.accueil.conversation.faqfile;

import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// FAQs from a file, and into one.
@RestController
class FaqFileController {

    private static final String CSV = "text/csv";
    private static final MediaType CSV_UTF_8 = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ImportFaqs imports;
    private final ExportFaqs exports;

    FaqFileController(ImportFaqs imports, ExportFaqs exports) {
        this.imports = imports;
        this.exports = exports;
    }

    @Operation(
            operationId = "importFaqs",
            summary = "Says what a CSV file would do to the FAQs, and does it when asked to",
            description = "Up to 2 MB and 5,000 lines. While a line is wrong nothing is saved: 422, with the lines.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportPreview.class)))
    @ApiResponse(responseCode = "422", content = @Content(schema = @Schema(implementation = ImportPreview.class)))
    @Needs(Right.MANAGE_FAQS)
    @PostMapping(
            path = "/api/faqs/import",
            consumes = {CSV, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    Mono<ResponseEntity<ImportPreview>> importFile(
            Member member, @RequestParam(defaultValue = "false") boolean commit, @RequestBody Flux<DataBuffer> file) {
        return wholeOf(file)
                .flatMap(bytes -> commit
                        ? imports.commit(member, bytes).map(FaqFileController::answer)
                        : imports.preview(member, bytes).map(ResponseEntity::ok));
    }

    /// Read here, since the codecs' limit of all requests is smaller.
    private static Mono<byte[]> wholeOf(Flux<DataBuffer> file) {
        return DataBufferUtils.join(file, FaqFile.LARGEST)
                .onErrorMap(DataBufferLimitException.class, _ -> new FileTooLarge())
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0]);
    }

    private static ResponseEntity<ImportPreview> answer(ImportPreview preview) {
        return ResponseEntity.status(preview.saved() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .body(preview);
    }

    @Operation(operationId = "exportFaqs", summary = "All FAQs as a CSV file, as a spreadsheet opens it")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = CSV, schema = @Schema(type = "string", format = "binary")))
    @Needs(Right.MANAGE_FAQS)
    @GetMapping(path = "/api/faqs/export", produces = CSV)
    Mono<ResponseEntity<byte[]>> export(Member member) {
        return exports.export(member).map(file -> download("questions-frequentes.csv", file));
    }

    @Operation(operationId = "sampleOfFaqs", summary = "A CSV file to begin with")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = CSV, schema = @Schema(type = "string", format = "binary")))
    @Needs(Right.SEE_WORKSPACE)
    @GetMapping(path = "/api/faqs/sample.csv", produces = CSV)
    Mono<ResponseEntity<byte[]>> sample(Member member) {
        return Mono.fromCallable(FaqFileController::readSample)
                .map(file -> download("exemple-questions-frequentes.csv", file));
    }

    private static byte[] readSample() throws IOException {
        return new ClassPathResource("faq/sample.csv").getContentAsByteArray();
    }

    private static ResponseEntity<byte[]> download(String name, byte[] file) {
        return ResponseEntity.ok()
                .contentType(CSV_UTF_8)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file);
    }
}
