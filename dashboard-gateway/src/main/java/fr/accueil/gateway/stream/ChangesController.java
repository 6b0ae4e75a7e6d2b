package fr.accueil.gateway.stream;

import static fr.accueil.gateway.access.AdmitMember.WORKSPACE;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.accueil.gateway.access.AdmitMember;
import fr.accueil.gateway.access.Masks;
import fr.accueil.gateway.access.Member;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The same changes by polling, for browsers behind a proxy that holds streams back.
@RestController
class ChangesController {

    private static final int MAX = 500;

    private final AdmitMember admission;
    private final LiveFeed feed;
    private final Patience patience;
    private final Masks masks;

    ChangesController(AdmitMember admission, LiveFeed feed, Patience patience, Masks masks) {
        this.admission = admission;
        this.feed = feed;
        this.patience = patience;
        this.masks = masks;
    }

    @GetMapping("/api/changes")
    Mono<ResponseEntity<byte[]>> changes(
            @AuthenticationPrincipal Jwt token,
            @RequestHeader(name = WORKSPACE, required = false) @Nullable String workspace,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        var member = admission.admit(token, workspace);
        feed.requireOpen();
        return patience.untilReached(member.tenant(), after)
                .then(Mono.fromSupplier(() -> page(member, after, Math.clamp(limit, 1, MAX))))
                .map(ChangesController::answer);
    }

    private byte[] page(Member member, @Nullable String after, int limit) {
        var tenant = member.tenant();
        if (after == null || after.isEmpty()) {
            return toJson(List.of(), feed.now(tenant));
        }
        return switch (feed.since(tenant, after)) {
            case Missed.Unknown _ -> throw new CannotResume();
            case Missed.Changes(var changes, var now) ->
                changes.isEmpty() ? toJson(changes, now) : firstOf(asSeenBy(member, changes), limit);
        };
    }

    private List<Change> asSeenBy(Member member, List<Change> changes) {
        return masks.areFor(member) ? changes.stream().map(Change::masked).toList() : changes;
    }

    private static byte[] firstOf(List<Change> changes, int limit) {
        var page = changes.subList(0, Math.min(limit, changes.size()));
        return toJson(page, page.getLast().position());
    }

    private static byte[] toJson(List<Change> changes, Position next) {
        var json = new ByteArrayOutputStream();
        json.writeBytes("{\"items\":[".getBytes(UTF_8));
        for (var it : changes) {
            json.writeBytes((it == changes.getFirst() ? "" : ",").getBytes(UTF_8));
            json.writeBytes(("{\"id\":\"" + it.position() + "\",\"envelope\":").getBytes(UTF_8));
            it.writeEnvelopeTo(json);
            json.write('}');
        }
        json.writeBytes(("],\"next\":\"" + next + "\"}").getBytes(UTF_8));
        return json.toByteArray();
    }

    private static ResponseEntity<byte[]> answer(byte[] json) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(json);
    }
}
