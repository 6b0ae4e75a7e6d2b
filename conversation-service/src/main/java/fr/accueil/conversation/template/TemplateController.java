package fr.accueil.conversation.template;

import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.events.ChannelId;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The templates that a person may choose from.
@RestController
class TemplateController {

    private final Templates templates;

    TemplateController(Templates templates) {
        this.templates = templates;
    }

    @Operation(operationId = "listTemplates", summary = "The templates of the workspace's channels, or of one")
    @Needs(Right.HANDLE_CONVERSATIONS)
    @GetMapping("/api/templates")
    TemplatePage list(Member member, @RequestParam(required = false) @Nullable ChannelId channel) {
        return new TemplatePage(templates.findAll(member.tenant(), channel));
    }
}
