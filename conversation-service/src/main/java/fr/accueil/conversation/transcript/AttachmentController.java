package fr.accueil.conversation.transcript;

import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.events.ConversationId;
import fr.accueil.events.MessageId;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.objects.ObjectStore;
import fr.accueil.platform.objects.StoredObject;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The bytes of what customers sent, to those who may see the conversation. They are a stranger's: a browser is told to
/// believe nothing about them and to run nothing in them.
@RestController
@RequestMapping("/api/conversations/{id}/messages/{message}/attachments")
class AttachmentController {

    private final TenantTransaction transaction;
    private final Attachments attachments;
    private final ObjectStore objects;

    AttachmentController(TenantTransaction transaction, Attachments attachments, ObjectStore objects) {
        this.transaction = transaction;
        this.attachments = attachments;
        this.objects = objects;
    }

    @Operation(operationId = "getAttachment", summary = "One medium of a received message")
    @ApiResponse(
            responseCode = "200",
            description = "Its bytes",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @Needs(Right.HANDLE_CONVERSATIONS)
    @GetMapping("/{index}")
    Mono<ResponseEntity<Flux<DataBuffer>>> get(
            Member member, @PathVariable ConversationId id, @PathVariable MessageId message, @PathVariable int index) {
        return transaction
                .in(member.tenant(), attachments.find(id, message, index))
                .switchIfEmpty(Mono.error(AttachmentMissing::unknown))
                .map(ServedAttachment::of)
                .filter(attachment -> attachment.isOf(member.tenant()))
                .switchIfEmpty(Mono.error(AttachmentMissing::lost))
                .flatMap(attachment -> objects.find(attachment.key())
                        .onErrorMap(IllegalArgumentException.class, _ -> AttachmentMissing.lost())
                        .switchIfEmpty(Mono.error(AttachmentMissing::lost))
                        .map(object -> toResponse(attachment, object)));
    }

    private static ResponseEntity<Flux<DataBuffer>> toResponse(ServedAttachment attachment, StoredObject object) {
        return ResponseEntity.ok()
                .contentType(attachment.contentType())
                .contentLength(object.size())
                .cacheControl(CacheControl.empty().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.disposition())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(object.content());
    }
}
