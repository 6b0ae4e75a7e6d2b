package fr.accueil.router.dialogue;

import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.InboundEvent.ButtonReply;
import fr.accueil.events.InboundEvent.Customer;
import fr.accueil.events.InboundEvent.Location;
import fr.accueil.events.InboundEvent.Media;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.InboundEvent.Referral;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a customer sends, in all the shapes that WhatsApp has.
///
/// @param address null for the customer's usual one
record Inbound(
        MessageKind kind,
        String body,
        Instant at,
        @Nullable String address,
        List<Media> media,
        @Nullable Location location,
        @Nullable ButtonReply button,
        @Nullable String repliedTo,
        @Nullable Referral referral,
        boolean forwarded,
        boolean recovered) {

    static Inbound of(MessageKind kind, String body) {
        return new Inbound(kind, body, Story.now(), null, List.of(), null, null, null, null, false, false);
    }

    static Inbound text(String body) {
        return of(MessageKind.TEXT, body);
    }

    /// As reconciliation brings it back.
    static Inbound recovered(String body, Duration ago) {
        return new Inbound(
                MessageKind.TEXT, body, Story.now().minus(ago), null, List.of(), null, null, null, null, false, true);
    }

    Inbound written(Duration ago) {
        return new Inbound(
                kind, body, at.minus(ago), address, media, location, button, repliedTo, referral, forwarded, recovered);
    }

    Inbound from(String other) {
        return new Inbound(kind, body, at, other, media, location, button, repliedTo, referral, forwarded, recovered);
    }

    Inbound with(Media... some) {
        return new Inbound(
                kind, body, at, address, List.of(some), location, button, repliedTo, referral, forwarded, recovered);
    }

    Inbound with(Location where) {
        return new Inbound(kind, body, at, address, media, where, button, repliedTo, referral, forwarded, recovered);
    }

    Inbound with(ButtonReply tapped) {
        return new Inbound(kind, body, at, address, media, location, tapped, repliedTo, referral, forwarded, recovered);
    }

    Inbound with(Referral from) {
        return new Inbound(kind, body, at, address, media, location, button, repliedTo, from, forwarded, recovered);
    }

    Inbound quoting(String sid) {
        return new Inbound(kind, body, at, address, media, location, button, sid, referral, true, recovered);
    }

    MessageReceived received(UUID id, ConversationId conversation, ChannelId channel, String usual, String name) {
        var to = address == null ? usual : address;
        return new MessageReceived(
                MessageId.of(id),
                conversation,
                channel,
                new Customer(to, to.contains("+") ? to.substring("whatsapp:".length()) : null, usual, name),
                "SM" + id,
                "AC0",
                kind,
                body,
                media,
                location,
                button,
                repliedTo,
                forwarded,
                Map.of(),
                recovered,
                referral);
    }
}
