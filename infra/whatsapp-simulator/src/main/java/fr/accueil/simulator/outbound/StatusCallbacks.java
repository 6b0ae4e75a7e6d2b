package fr.accueil.simulator.outbound;

import fr.accueil.simulator.delivery.Post;
import fr.accueil.simulator.delivery.SignedPosts;
import fr.accueil.simulator.demo.Business;
import fr.accueil.simulator.demo.Businesses;
import fr.accueil.simulator.ledger.Fact.Attempted;
import fr.accueil.simulator.ledger.Fact.CallbackAttempted;
import fr.accueil.simulator.ledger.Ledger;
import fr.accueil.simulator.world.Message;
import fr.accueil.simulator.world.MessageStatus;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells a business's callback address what became of its message.
@Component
class StatusCallbacks {

    private final Businesses businesses;
    private final SignedPosts posts;
    private final Ledger ledger;

    StatusCallbacks(Businesses businesses, SignedPosts posts, Ledger ledger) {
        this.businesses = businesses;
        this.posts = posts;
        this.ledger = ledger;
    }

    /// Posts one status, with Twilio's retries; empty when nobody asked for it.
    Mono<Void> request(Message message, MessageStatus status) {
        var address = message.statusCallback();
        if (address == null) {
            return Mono.empty();
        }
        return posts.requestTries(new Post(address, tokenOf(message), toForm(message, status), Map.of()))
                .map(attempt -> ledger.append(new CallbackAttempted(message.sid(), status.wire(), attempt)))
                .then();
    }

    /// The callback that never comes.
    void lose(Message message, MessageStatus status) {
        if (message.statusCallback() != null) {
            ledger.append(new CallbackAttempted(
                    message.sid(), status.wire(), Attempted.never(message.statusCallback(), "lost on purpose")));
        }
    }

    private String tokenOf(Message message) {
        return businesses.ofAccount(message.accountSid()).stream()
                .findFirst()
                .map(Business::authToken)
                .orElseThrow(() -> new IllegalStateException("No account " + message.accountSid()));
    }

    static Map<String, String> toForm(Message message, MessageStatus status) {
        var form = new LinkedHashMap<String, String>();
        switch (status) {
            case DELIVERED -> form.put("EventType", "DELIVERED");
            case READ -> form.put("EventType", "READ");
            case ACCEPTED, QUEUED, SENT, UNDELIVERED, FAILED, RECEIVED -> {
                // these name no event
            }
        }
        form.put("SmsSid", message.sid());
        form.put("SmsStatus", status.wire());
        form.put("MessageStatus", status.wire());
        form.put("ChannelToAddress", masked(message.to()));
        form.put("To", message.to());
        form.put("ChannelPrefix", "whatsapp");
        form.put("MessageSid", message.sid());
        form.put("AccountSid", message.accountSid());
        form.put("StructuredMessage", "false");
        form.put("From", Objects.requireNonNullElse(message.from(), ""));
        form.put("ApiVersion", "2010-04-01");
        if (message.messagingServiceSid() != null) {
            form.put("MessagingServiceSid", message.messagingServiceSid());
        }
        if (status != MessageStatus.QUEUED && status != MessageStatus.READ) {
            form.put("ChannelInstallSid", installSid(message));
        }
        if (status.isRefused()) {
            putRefusal(form, message);
        }
        return form;
    }

    private static void putRefusal(Map<String, String> form, Message message) {
        var code = message.errorCode();
        form.put("ErrorCode", code == null ? "" : code.toString());
        form.put("ErrorMessage", Objects.requireNonNullElse(message.errorMessage(), ""));
        form.put("ChannelStatusMessage", Refusals.channelWords(code == null ? 0 : code));
    }

    /// The same number always has the same one.
    private static String installSid(Message message) {
        var half = HexFormat.of().toHexDigits((long) Objects.hashCode(message.from()) * 0x9E3779B97F4A7C15L);
        return "XE" + half + half;
    }

    private static String masked(String address) {
        var plain = address.replaceFirst("^whatsapp:", "");
        return plain.length() <= 4 ? plain : plain.substring(0, plain.length() - 4) + "XXXX";
    }
}
