package fr.accueil.simulator.twilio;

import fr.accueil.simulator.demo.Businesses;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Twilio's Account resource: what a wizard asks for to see whether credentials are right.
@RestController
class AccountController {

    private static final Instant OPENED = Instant.parse("2026-01-05T08:00:00Z");

    private final Businesses businesses;

    AccountController(Businesses businesses) {
        this.businesses = businesses;
    }

    /// The token itself is not told.
    @GetMapping("/2010-04-01/Accounts/{accountSid}.json")
    Map<String, @Nullable Object> fetch(@PathVariable String accountSid) {
        var path = "/2010-04-01/Accounts/" + accountSid;
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("auth_token", null);
        json.put("date_created", MessageJson.rfc2822(OPENED));
        json.put("date_updated", MessageJson.rfc2822(OPENED));
        json.put("friendly_name", businesses.ofAccount(accountSid).getFirst().name());
        json.put("owner_account_sid", accountSid);
        json.put("sid", accountSid);
        json.put("status", "active");
        json.put("subresource_uris", Map.of("messages", path + "/Messages.json"));
        json.put("type", "Full");
        json.put("uri", path + ".json");
        return json;
    }
}
