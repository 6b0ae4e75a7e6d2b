package fr.accueil.router.replay;

import fr.accueil.router.team.Member;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Before a FAQ is published: which answers would change.
@RestController
class ReplayController {

    private final ReplayQuestions replays;

    ReplayController(ReplayQuestions replays) {
        this.replays = replays;
    }

    @PostMapping("/api/assistant/replay")
    Mono<Replay> replay(Member member, @Valid @RequestBody ReplayRequest request) {
        return replays.replay(member.requireOwner().tenant(), request);
    }
}
