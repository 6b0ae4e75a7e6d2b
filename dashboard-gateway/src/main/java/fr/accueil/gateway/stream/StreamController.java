package fr.accueil.gateway.stream;

import static fr.accueil.gateway.access.AdmitMember.WORKSPACE;

import fr.accueil.gateway.access.AdmitMember;
import fr.accueil.gateway.access.Member;
import fr.accueil.platform.logging.LogContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.http.server.HttpServerResponse;

/// The live feed as server-sent events. Written as bytes that were made once for all browsers.
@RestController
class StreamController {

    private final AdmitMember admission;
    private final LiveFeed feed;
    private final Patience patience;

    StreamController(AdmitMember admission, LiveFeed feed, Patience patience) {
        this.admission = admission;
        this.feed = feed;
        this.patience = patience;
    }

    @GetMapping(path = "/api/events")
    Mono<Void> events(
            @AuthenticationPrincipal Jwt token,
            @RequestHeader(name = WORKSPACE, required = false) @Nullable String workspace,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastId,
            ServerHttpResponse response) {
        var member = admission.admit(token, workspace);
        var after = lastId == null || lastId.isBlank() ? null : lastId.strip();
        feed.requireOpen();
        return patience.untilReached(member.tenant(), after)
                .then(Mono.defer(() -> stream(member, after, response)))
                .contextWrite(
                        LogContext.of(Map.of(LogContext.TENANT, member.tenant().toString())));
    }

    private Mono<Void> stream(Member member, @Nullable String after, ServerHttpResponse response) {
        return Mono.using(
                () -> feed.open(member, after, hangUp(response)),
                browser -> write(admitted(browser), response),
                feed::close);
    }

    /// A membership that ended between the check and the opening told nobody to close this stream.
    private Browser admitted(Browser browser) {
        var member = browser.member();
        if (!admission.stillMember(member)) {
            feed.revoke(member.tenant(), member.subject());
        }
        return browser;
    }

    private static Mono<Void> write(Browser browser, ServerHttpResponse response) {
        var headers = response.getHeaders();
        headers.setContentType(MediaType.TEXT_EVENT_STREAM);
        headers.setCacheControl("no-cache, no-transform");
        headers.set("X-Accel-Buffering", "no");
        headers.set(HttpHeaders.VARY, WORKSPACE);
        return response.writeAndFlushWith(
                browser.frames().map(it -> Flux.just(response.bufferFactory().wrap(it))));
    }

    private static Runnable hangUp(ServerHttpResponse response) {
        HttpServerResponse server = ServerHttpResponseDecorator.getNativeResponse(response);
        return () -> server.withConnection(DisposableChannel::dispose);
    }
}
