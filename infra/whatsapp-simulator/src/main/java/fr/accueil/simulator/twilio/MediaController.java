package fr.accueil.simulator.twilio;

import fr.accueil.simulator.demo.Business;
import fr.accueil.simulator.demo.Businesses;
import fr.accueil.simulator.failure.Failures;
import fr.accueil.simulator.failure.Mode;
import fr.accueil.simulator.inbound.MediaStore;
import fr.accueil.simulator.ledger.Media;
import fr.accueil.simulator.signature.TwilioSignature;
import fr.accueil.simulator.world.Message;
import fr.accueil.simulator.world.World;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/// What customers sent with their messages: asked for with credentials, then fetched without any from where a signed
/// address leads.
@RestController
class MediaController {

    private static final String MESSAGE = "/2010-04-01/Accounts/{accountSid}/Messages/{sid}";

    private final World world;
    private final Businesses businesses;
    private final MediaStore store;
    private final Failures failures;
    private final Set<String> askedFor = ConcurrentHashMap.newKeySet();

    MediaController(World world, Businesses businesses, MediaStore store, Failures failures) {
        this.world = world;
        this.businesses = businesses;
        this.store = store;
        this.failures = failures;
    }

    @GetMapping(MESSAGE + "/Media/{mediaSid}")
    ResponseEntity<?> fetch(@PathVariable String accountSid, @PathVariable String sid, @PathVariable String mediaSid) {
        if (mediaSid.endsWith(".json")) {
            var plain = mediaSid.substring(0, mediaSid.length() - ".json".length());
            return ResponseEntity.ok(toJson(load(accountSid, sid), find(accountSid, sid, plain)));
        }
        find(accountSid, sid, mediaSid);
        if (askedFor.add(mediaSid)
                && failures.take(Mode.MEDIA_NOT_FOUND_FIRST, accountSid).isPresent()) {
            throw TwilioError.notFound(MessageJson.pathOf(accountSid, sid) + "/Media/" + mediaSid);
        }
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .location(signedAddress(accountSid, sid, mediaSid))
                .build();
    }

    @GetMapping(MESSAGE + "/Media.json")
    Map<String, @Nullable Object> list(@PathVariable String accountSid, @PathVariable String sid) {
        var message = load(accountSid, sid);
        var path = MessageJson.pathOf(accountSid, sid) + "/Media.json";
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("first_page_uri", path + "?PageSize=50&Page=0");
        json.put("end", Math.max(message.media().size() - 1, 0));
        json.put("previous_page_uri", null);
        json.put(
                "media_list",
                message.media().stream().map(media -> toJson(message, media)).toList());
        json.put("uri", path + "?PageSize=50&Page=0");
        json.put("page_size", 50);
        json.put("start", 0);
        json.put("next_page_uri", null);
        json.put("page", 0);
        return json;
    }

    /// Stands for the storage that Twilio redirects to: the address is the key, and credentials are a mistake.
    @GetMapping("/cdn/{accountSid}/{sid}/{mediaSid}")
    ResponseEntity<Resource> deliver(
            @PathVariable String accountSid,
            @PathVariable String sid,
            @PathVariable String mediaSid,
            @RequestParam("Signature") String signature,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        if (authorization != null) {
            return ResponseEntity.badRequest().build();
        }
        if (!signature.equals(signature(accountSid, sid, mediaSid))) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType(find(accountSid, sid, mediaSid).contentType()))
                .body(store.find(mediaSid));
    }

    private URI signedAddress(String accountSid, String sid, String mediaSid) {
        var signature = UriUtils.encode(signature(accountSid, sid, mediaSid), "UTF-8");
        return URI.create("/cdn/%s/%s/%s?Signature=%s".formatted(accountSid, sid, mediaSid, signature));
    }

    private String signature(String accountSid, String sid, String mediaSid) {
        var token = businesses.ofAccount(accountSid).stream()
                .findFirst()
                .map(Business::authToken)
                .orElse("");
        return TwilioSignature.of(token, String.join("/", accountSid, sid, mediaSid), Map.of());
    }

    private Message load(String accountSid, String sid) {
        return message(accountSid, sid)
                .orElseThrow(() -> TwilioError.notFound(MessageJson.pathOf(accountSid, sid) + "/Media.json"));
    }

    private Media find(String accountSid, String sid, String mediaSid) {
        return message(accountSid, sid).map(Message::media).orElse(List.of()).stream()
                .filter(media -> media.sid().equals(mediaSid))
                .findFirst()
                .orElseThrow(() -> TwilioError.notFound(MessageJson.pathOf(accountSid, sid) + "/Media/" + mediaSid));
    }

    private Optional<Message> message(String accountSid, String sid) {
        return world.message(sid).filter(message -> message.accountSid().equals(accountSid));
    }

    private static Map<String, @Nullable Object> toJson(Message message, Media media) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("sid", media.sid());
        json.put("account_sid", message.accountSid());
        json.put("parent_sid", message.sid());
        json.put("content_type", media.contentType());
        json.put("date_created", MessageJson.rfc2822(message.createdAt()));
        json.put("date_updated", MessageJson.rfc2822(message.createdAt()));
        json.put("uri", MessageJson.pathOf(message.accountSid(), message.sid()) + "/Media/" + media.sid() + ".json");
        return json;
    }
}
