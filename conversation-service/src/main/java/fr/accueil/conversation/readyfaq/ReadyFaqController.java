package fr.accueil.conversation.readyfaq;

import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// FAQs to begin with.
@RestController
class ReadyFaqController {

    private final FillReadyFaqs fill;

    /// @param keys of the ready FAQs that are wanted
    @Schema(name = "ReadyFaqsChosen")
    record Chosen(
            @NotNull(message = "Choisissez des questions.") @Size(max = 50, message = "Au plus cinquante questions.")
            List<@NotNull(message = "Une question manque.") String> keys) {}

    ReadyFaqController(FillReadyFaqs fill) {
        this.fill = fill;
    }

    @Operation(operationId = "previewReadyFaqs", summary = "The ready FAQs of the trade, filled as far as they can be")
    @Needs(Right.SEE_WORKSPACE)
    @GetMapping("/api/faqs/ready")
    Mono<ReadyPage> preview(Member member) {
        return fill.preview(member);
    }

    @Operation(
            operationId = "saveReadyFaqs",
            summary = "Saves ready FAQs that are not there yet",
            description = "Of the keys, those of which something is missing are left out, and told as incomplete.")
    @Needs(Right.MANAGE_FAQS)
    @PostMapping("/api/faqs/ready")
    Mono<ReadyPage> save(Member member, @RequestBody @Valid Chosen chosen) {
        return fill.save(member, Set.copyOf(chosen.keys()));
    }
}
