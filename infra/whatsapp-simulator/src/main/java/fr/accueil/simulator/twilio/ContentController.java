package fr.accueil.simulator.twilio;

import fr.accueil.simulator.content.Template;
import fr.accueil.simulator.content.Templates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Twilio's Content API as far as it is read: templates and WhatsApp's word on them.
@RestController
@RequestMapping("/v1")
class ContentController {

    private static final String HOST = "https://content.twilio.com";
    private static final String SINCE = "2026-01-05T08:00:00Z";
    private static final int PAGE_SIZE = 50;
    private static final int LARGEST_PAGE = 1000;

    private final Templates templates;

    ContentController(Templates templates) {
        this.templates = templates;
    }

    @GetMapping("/Content")
    Map<String, Object> list(ServerWebExchange exchange) {
        return page(exchange, ContentController::toContent);
    }

    @GetMapping("/ContentAndApprovals")
    Map<String, Object> listWithApprovals(ServerWebExchange exchange) {
        return page(exchange, ContentController::toContentAndApproval);
    }

    @GetMapping("/Content/{sid}")
    Map<String, @Nullable Object> fetch(@PathVariable String sid, ServerWebExchange exchange) {
        return toContent(load(sid, exchange));
    }

    @GetMapping("/Content/{sid}/ApprovalRequests")
    Map<String, @Nullable Object> fetchApproval(@PathVariable String sid, ServerWebExchange exchange) {
        var template = load(sid, exchange);
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("sid", template.sid());
        json.put("account_sid", template.accountSid());
        json.put("whatsapp", toApproval(template));
        json.put("url", urlOf(template) + "/ApprovalRequests");
        return json;
    }

    private Template load(String sid, ServerWebExchange exchange) {
        return templates
                .find(ApiRequest.accountOf(exchange), sid)
                .orElseThrow(() ->
                        TwilioError.notFound(exchange.getRequest().getPath().value()));
    }

    private Map<String, Object> page(
            ServerWebExchange exchange, Function<Template, Map<String, @Nullable Object>> toJson) {
        var all = templates.ofAccount(ApiRequest.accountOf(exchange));
        var size = number(exchange, "PageSize", PAGE_SIZE, 1, LARGEST_PAGE);
        var page = number(exchange, "Page", 0, 0, Integer.MAX_VALUE / LARGEST_PAGE);
        var shown =
                all.stream().skip((long) page * size).limit(size).map(toJson).toList();
        return Map.of("contents", shown, "meta", meta(exchange, size, page, (long) (page + 1) * size < all.size()));
    }

    private static Map<String, @Nullable Object> meta(ServerWebExchange exchange, int size, int page, boolean more) {
        var path = exchange.getRequest().getPath().value();
        var meta = new LinkedHashMap<String, @Nullable Object>();
        meta.put("page", page);
        meta.put("page_size", size);
        meta.put("first_page_url", address(path, size, 0));
        meta.put("previous_page_url", page == 0 ? null : address(path, size, page - 1));
        meta.put("next_page_url", more ? address(path, size, page + 1) + "&PageToken=DN" + page : null);
        meta.put("url", address(path, size, page));
        meta.put("key", "contents");
        return meta;
    }

    private static String address(String path, int size, int page) {
        return HOST + path + "?PageSize=" + size + "&Page=" + page;
    }

    private static int number(ServerWebExchange exchange, String name, int otherwise, int least, int most) {
        var text = exchange.getRequest().getQueryParams().getFirst(name);
        return text != null && text.matches("\\d{1,6}") ? Math.clamp(Long.parseLong(text), least, most) : otherwise;
    }

    private static Map<String, @Nullable Object> toContent(Template template) {
        var json = common(template);
        json.put("url", urlOf(template));
        json.put(
                "links",
                Map.of(
                        "approval_fetch", urlOf(template) + "/ApprovalRequests",
                        "approval_create", urlOf(template) + "/ApprovalRequests/whatsapp"));
        return json;
    }

    private static Map<String, @Nullable Object> toContentAndApproval(Template template) {
        var json = common(template);
        json.put("approval_requests", toApproval(template));
        return json;
    }

    private static Map<String, @Nullable Object> common(Template template) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("date_created", SINCE);
        json.put("date_updated", SINCE);
        json.put("sid", template.sid());
        json.put("account_sid", template.accountSid());
        json.put("friendly_name", template.name());
        json.put("language", template.language());
        json.put("variables", template.variables());
        json.put("types", template.types());
        return json;
    }

    private static Map<String, Object> toApproval(Template template) {
        return Map.of(
                "name", template.name(),
                "category", template.category(),
                "content_type", List.copyOf(template.types().keySet()).getFirst(),
                "status", template.approval(),
                "rejection_reason", template.rejectionReason() == null ? "" : template.rejectionReason(),
                "allow_category_change", true);
    }

    private static String urlOf(Template template) {
        return HOST + "/v1/Content/" + template.sid();
    }
}
