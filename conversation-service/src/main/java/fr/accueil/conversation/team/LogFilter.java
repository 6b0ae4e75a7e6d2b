package fr.accueil.conversation.team;

import fr.accueil.platform.logging.LogContext;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Log lines of a request say which workspace and conversation it asked for, allowed or not.
@Component
class LogFilter implements WebFilter {

    private static final Pattern CONVERSATION = Pattern.compile("/api/conversations/([0-9a-fA-F-]{36})(/.*)?");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).contextWrite(LogContext.of(fields(exchange)));
    }

    private static Map<String, String> fields(ServerWebExchange exchange) {
        var fields = new HashMap<String, String>();
        put(fields, LogContext.TENANT, exchange.getRequest().getHeaders().getFirst(MemberArgument.WORKSPACE));
        put(
                fields,
                LogContext.CONVERSATION,
                conversationOf(exchange.getRequest().getPath().value()));
        return fields;
    }

    private static @Nullable String conversationOf(String path) {
        Matcher conversation = CONVERSATION.matcher(path);
        return conversation.matches() ? conversation.group(1) : null;
    }

    /// Only an id: nothing else that a stranger sends gets into the log.
    private static void put(Map<String, String> fields, String key, @Nullable String id) {
        try {
            if (id != null) {
                fields.put(key, UUID.fromString(id).toString());
            }
        } catch (IllegalArgumentException e) {
            fields.put(key, "unreadable");
        }
    }
}
