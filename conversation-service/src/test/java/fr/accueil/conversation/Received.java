package fr.accueil.conversation;

import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.InboundEvent.ButtonReply;
import fr.accueil.events.InboundEvent.Customer;
import fr.accueil.events.InboundEvent.Location;
import fr.accueil.events.InboundEvent.Media;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.InboundEvent.Referral;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a customer sends, as ingest or reconciliation tells it: a text, unless said otherwise.
public final class Received {

    private final String sid = "SM" + UUID.randomUUID();
    private final List<Media> media = new ArrayList<>();
    private String body = "";
    private MessageKind kind = MessageKind.TEXT;
    private @Nullable Customer customer;
    private @Nullable Location location;
    private @Nullable ButtonReply button;
    private @Nullable String repliedTo;
    private @Nullable Referral referral;
    private boolean forwarded;
    private boolean recovered;

    private Received() {}

    public static Received text(String body) {
        var received = new Received();
        received.body = body;
        return received;
    }

    public static Received of(MessageKind kind) {
        var received = new Received();
        received.kind = kind;
        return received;
    }

    public Received body(String body) {
        this.body = body;
        return this;
    }

    public Received medium(String contentType) {
        media.add(new Media("https://api.twilio.com/media/" + media.size(), contentType));
        return this;
    }

    public Received at(Location location) {
        this.location = location;
        return this;
    }

    public Received tapping(String text, String payload) {
        this.button = new ButtonReply(text, payload);
        return this;
    }

    public Received quoting(String providerSid) {
        this.repliedTo = providerSid;
        return this;
    }

    public Received comingFrom(Referral referral) {
        this.referral = referral;
        return this;
    }

    public Received by(Customer customer) {
        this.customer = customer;
        return this;
    }

    public Received forwarded() {
        this.forwarded = true;
        return this;
    }

    public Received recovered() {
        this.recovered = true;
        return this;
    }

    public String sid() {
        return sid;
    }

    public MessageId id(String account) {
        return Ids.ofMessage(account, sid);
    }

    public MessageReceived toEvent(ConversationId conversation, ChannelId channel, String account, Customer usual) {
        return new MessageReceived(
                id(account),
                conversation,
                channel,
                customer == null ? usual : customer,
                sid,
                account,
                kind,
                body,
                List.copyOf(media),
                location,
                button,
                repliedTo,
                forwarded,
                Map.of("Body", body, "SomethingNew", "kept"),
                recovered,
                referral);
    }
}
