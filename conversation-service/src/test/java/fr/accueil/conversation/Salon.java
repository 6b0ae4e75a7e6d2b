package fr.accueil.conversation;

import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.tenant.Channel;
import fr.accueil.conversation.tenant.Tenant;
import fr.accueil.events.ChannelId;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.Role;
import fr.accueil.events.WorkspaceEvent.Vertical;
import fr.accueil.platform.testing.Events;
import fr.accueil.platform.testing.Tokens;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;

/// One business of one test: Sophie owns it, Léa works there, and customers write to it.
public final class Salon {

    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    private final WebTestClient http;
    private final Events events;
    private final Tokens tokens;
    private final Tenant tenant;
    private final Channel channel;
    private final Member sophie;
    private final Member lea;

    Salon(WebTestClient http, Events events, Tokens tokens) {
        this.http = http;
        this.events = events;
        this.tokens = tokens;
        var number = NUMBERS.incrementAndGet();
        var id = TenantId.of(Ids.next());
        tenant = new Tenant(id, "Institut Camélia " + number, Vertical.BEAUTY, "Europe/Paris", true);
        channel = new Channel(
                ChannelId.of(Ids.next()), id, "whatsapp:+33199000" + number, "AC" + number, null, "secret-" + number);
        sophie = new Member(id, "sophie-" + number, "Sophie Camélia", "sophie@camelia.example", Role.OWNER);
        lea = new Member(id, "lea-" + number, "Léa Moreau", "lea@camelia.example", Role.AGENT);
    }

    public TenantId id() {
        return tenant.id();
    }

    public Tenant tenant() {
        return tenant;
    }

    public Channel channel() {
        return channel;
    }

    public Member sophie() {
        return sophie;
    }

    public Member lea() {
        return lea;
    }

    /// Marie, who writes to this business.
    public Correspondence marie() {
        return thread("Marie Lefèvre", "+33639980012");
    }

    public Correspondence thread(@Nullable String name, String phone) {
        return new Correspondence(this, events, name, phone);
    }

    public RequestBodySpec asSophie(HttpMethod method, String path, @Nullable Object... variables) {
        return as(sophie, method, path, variables);
    }

    public RequestBodySpec as(Member member, HttpMethod method, String path, @Nullable Object... variables) {
        return asStranger(member, method, path, variables).header("X-Accueil-Workspace", id().toString());
    }

    /// With the person's token, and no word of a workspace.
    public RequestBodySpec asStranger(Member member, HttpMethod method, String path, @Nullable Object... variables) {
        var token = tokens.bearerFor(member.subject(), member.name(), member.email());
        return http.method(method)
                .uri(path, variables)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON);
    }
}
