package fr.accueil.router.trial;

import fr.accueil.router.team.Member;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class TryController {

    private final AskAssistant askAssistant;

    TryController(AskAssistant askAssistant) {
        this.askAssistant = askAssistant;
    }

    @PostMapping("/api/assistant/try")
    Mono<TryAnswer> tryIt(Member member, @Valid @RequestBody TryRequest request) {
        return askAssistant.ask(member.tenant(), request);
    }
}
