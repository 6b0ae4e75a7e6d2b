package fr.accueil.simulator.twilio;

import fr.accueil.simulator.demo.Business;
import fr.accueil.simulator.demo.Business.Webhook;
import fr.accueil.simulator.demo.Businesses;
import fr.accueil.simulator.inbound.UsualWebhook;
import fr.accueil.simulator.world.Sids;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Twilio's Channels Senders: the WhatsApp numbers of an account and where each of them calls.
@RestController
class SendersController {

    private static final String PATH = "/v2/Channels/Senders";
    private static final String HOST = "https://messaging.twilio.com";

    private final Businesses businesses;
    private final UsualWebhook usual;

    SendersController(Businesses businesses, UsualWebhook usual) {
        this.businesses = businesses;
        this.usual = usual;
    }

    /// All on one page: an account has few.
    @GetMapping(PATH)
    Map<String, Object> list(@RequestParam("Channel") String channel, ServerWebExchange exchange) {
        if (!channel.equalsIgnoreCase("whatsapp")) {
            throw TwilioError.badRequest(20001, "Invalid parameter: Channel");
        }
        var senders = businesses.ofAccount(ApiRequest.accountOf(exchange)).stream()
                .map(this::toJson)
                .toList();
        var json = new LinkedHashMap<String, Object>();
        json.put("meta", meta(Math.max(1, senders.size())));
        json.put("senders", senders);
        return json;
    }

    @GetMapping(PATH + "/{sid}")
    Map<String, @Nullable Object> fetch(@PathVariable String sid, ServerWebExchange exchange) {
        return businesses.ofAccount(ApiRequest.accountOf(exchange)).stream()
                .filter(business -> Sids.sender(business.address()).equals(sid))
                .map(this::toJson)
                .findFirst()
                .orElseThrow(() -> TwilioError.notFound(PATH + "/" + sid));
    }

    private static Map<String, @Nullable Object> meta(int size) {
        var url = HOST + PATH + "?Channel=whatsapp&PageSize=" + size + "&Page=0";
        var meta = new LinkedHashMap<String, @Nullable Object>();
        meta.put("page", 0);
        meta.put("page_size", size);
        meta.put("first_page_url", url);
        meta.put("previous_page_url", null);
        meta.put("url", url);
        meta.put("next_page_url", null);
        meta.put("key", "senders");
        return meta;
    }

    private Map<String, @Nullable Object> toJson(Business business) {
        var sid = Sids.sender(business.address());
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("sid", sid);
        json.put("status", "ONLINE");
        json.put("sender_id", business.address());
        json.put("configuration", Map.of("waba_id", "100000000000000"));
        json.put("webhook", webhook(usual.of(business)));
        json.put("profile", Map.of("name", business.name()));
        json.put("properties", Map.of("quality_rating", "HIGH", "messaging_limit", "1K Customers/24hr"));
        json.put("offline_reasons", null);
        json.put("compliance", null);
        json.put("url", HOST + PATH + "/" + sid);
        return json;
    }

    private static Map<String, @Nullable Object> webhook(@Nullable Webhook webhook) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("callback_url", webhook == null ? null : webhook.url());
        json.put("callback_method", webhook == null ? null : webhook.method());
        json.put("fallback_url", null);
        json.put("fallback_method", null);
        json.put("status_callback_url", null);
        json.put("status_callback_method", null);
        return json;
    }
}
