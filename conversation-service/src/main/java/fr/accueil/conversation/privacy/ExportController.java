package fr.accueil.conversation.privacy;

import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.events.ConversationId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What is held on a customer, for them to have.
@RestController
class ExportController {

    private static final String ZIP = "application/zip";

    private final ExportCustomer export;
    private final ExportArchive archive;

    ExportController(ExportCustomer export, ExportArchive archive) {
        this.export = export;
        this.archive = archive;
    }

    @Operation(
            operationId = "exportCustomer",
            summary = "All that is held on a customer: JSON, a readable page and their files, in one archive",
            description =
                    "The id is that of any conversation or booking of theirs. Each export stands in the register.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    @Needs(Right.MANAGE_PRIVACY)
    @GetMapping("/api/customers/{id}/export")
    Mono<ResponseEntity<Flux<DataBuffer>>> export(Member member, @PathVariable ConversationId id) {
        return export.export(member, id)
                .map(it -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(ZIP))
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"donnees-client.zip\"")
                        .body(archive.write(it)));
    }
}
