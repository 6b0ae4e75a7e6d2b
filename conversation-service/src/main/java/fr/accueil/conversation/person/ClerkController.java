package fr.accueil.conversation.person;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What Clerk tells of its people, signed by Svix. What fails is sent again; what does not concern us is thanked for.
@Hidden
@RestController
class ClerkController {

    private final @Nullable SvixSignature signature;
    private final FollowPerson follow;
    private final Clock clock;

    ClerkController(ClerkSettings settings, FollowPerson follow, Clock clock) {
        this.signature = settings.webhookSecret().isBlank() ? null : new SvixSignature(settings.webhookSecret());
        this.follow = follow;
        this.clock = clock;
    }

    @PostMapping("/api/webhooks/clerk")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> hear(
            @RequestHeader(name = "svix-id", defaultValue = "") String id,
            @RequestHeader(name = "svix-timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "svix-signature", defaultValue = "") String signatures,
            @RequestBody byte[] body) {
        if (signature == null) {
            return Mono.error(new ClerkUnused());
        }
        if (id.isEmpty() || !signature.proves(id, timestamp, signatures, body, clock.instant())) {
            return Mono.error(new WebhookUnproven());
        }
        return Mono.fromSupplier(() -> PersonNews.read(body))
                .flatMap(news -> news.map(it -> follow.hear(id, it)).orElseGet(Mono::empty));
    }
}
