package fr.accueil.ingest.twilio;

import fr.accueil.events.InboundEvent.ButtonReply;
import fr.accueil.events.InboundEvent.Location;
import fr.accueil.events.InboundEvent.Media;
import fr.accueil.events.InboundEvent.Referral;
import fr.accueil.events.MessageKind;
import fr.accueil.ingest.identity.WhatsAppIdentity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a customer wrote, read from Twilio's parameters. Nothing that is missing, new or strange here is an error: the
/// event keeps all parameters as received beside what is understood of them.
record InboundMessageForm(TwilioForm form) {

    private static final Pattern MEDIA_URL = Pattern.compile("MediaUrl(\\d{1,3})");
    private static final String UNKNOWN_CONTENT = "application/octet-stream";
    private static final Referral NO_REFERRAL = new Referral(null, null, null, null, null);

    /// `MessageSid`, under one of its older names if need be; empty when this is no message at all.
    String sid() {
        return form.find("MessageSid")
                .or(() -> form.find("SmsMessageSid"))
                .or(() -> form.find("SmsSid"))
                .orElse("");
    }

    WhatsAppIdentity sender() {
        return WhatsAppIdentity.of(form.text("From"), form.find("ExternalUserId"));
    }

    Optional<String> profileName() {
        return form.find("ProfileName");
    }

    String body() {
        return form.text("Body");
    }

    /// Twilio's word for it where there is one that we know, else what its parts tell.
    MessageKind kind() {
        var type = form.text("MessageType").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "" -> kindOfParts();
            case "text" -> MessageKind.TEXT;
            case "image" -> MessageKind.IMAGE;
            case "audio", "voice" -> MessageKind.AUDIO;
            case "video" -> MessageKind.VIDEO;
            case "document" -> MessageKind.DOCUMENT;
            case "sticker" -> MessageKind.STICKER;
            case "contacts", "contact" -> MessageKind.CONTACT;
            case "location" -> MessageKind.LOCATION;
            case "button", "interactive" -> button().isPresent() ? MessageKind.BUTTON : kindOfText();
            default -> MessageKind.UNSUPPORTED;
        };
    }

    /// All of `MediaUrl0`, `MediaUrl1`…, whatever `NumMedia` says.
    List<Media> media() {
        return form.parameters().stream()
                .map(it -> MEDIA_URL.matcher(it.name()))
                .filter(Matcher::matches)
                .map(it -> Integer.parseInt(it.group(1)))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .map(this::media)
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<Location> location() {
        return form.find("Latitude")
                .flatMap(latitude -> form.find("Longitude").map(longitude -> toLocation(latitude, longitude)));
    }

    /// A tapped button, a chosen item of a list, or a form that was filled in. Twilio documents the parameters of lists
    /// nowhere; where they are missing they may still stand in `ChannelMetadata`, or as JSON in `InteractiveData`.
    Optional<ButtonReply> button() {
        return buttonIn(form::find)
                .or(() -> buttonIn(ChannelMetadata.of(form)::find))
                .or(() -> InteractiveData.of(form).button(form.find("Body")));
    }

    /// Whether Twilio calls its fallback address with it, because the first call failed.
    boolean isSecondCall() {
        return form.find("ErrorCode").isPresent() || form.find("ErrorUrl").isPresent();
    }

    Optional<String> repliedTo() {
        return form.find("OriginalRepliedMessageSid");
    }

    boolean forwarded() {
        return form.isTrue("Forwarded") || form.isTrue("FrequentlyForwarded");
    }

    /// The advertisement or post that the customer tapped on; Twilio sends `ReferralNumMedia=0` with every message.
    Optional<Referral> referral() {
        var referral = new Referral(
                orNull("ReferralSourceType"),
                orNull("ReferralSourceId"),
                orNull("ReferralSourceUrl"),
                orNull("ReferralHeadline"),
                orNull("ReferralBody"));
        return referral.equals(NO_REFERRAL) ? Optional.empty() : Optional.of(referral);
    }

    private @Nullable String orNull(String name) {
        return form.find(name).orElse(null);
    }

    private MessageKind kindOfParts() {
        if (button().isPresent()) {
            return MessageKind.BUTTON;
        }
        if (location().isPresent()) {
            return MessageKind.LOCATION;
        }
        if (!media().isEmpty()) {
            return kindOfContent(media().getFirst().contentType());
        }
        return kindOfText();
    }

    private MessageKind kindOfText() {
        return body().isEmpty() ? MessageKind.UNSUPPORTED : MessageKind.TEXT;
    }

    private static MessageKind kindOfContent(String contentType) {
        var type = contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("image/webp")) {
            return MessageKind.STICKER;
        }
        if (type.startsWith("text/vcard") || type.startsWith("text/x-vcard")) {
            return MessageKind.CONTACT;
        }
        return switch (type.replaceFirst("/.*", "")) {
            case "image" -> MessageKind.IMAGE;
            case "audio" -> MessageKind.AUDIO;
            case "video" -> MessageKind.VIDEO;
            default -> MessageKind.DOCUMENT;
        };
    }

    private Optional<Media> media(int index) {
        var contentType = form.find("MediaContentType" + index).orElse(UNKNOWN_CONTENT);
        return form.find("MediaUrl" + index).map(url -> new Media(url, contentType));
    }

    private Location toLocation(String latitude, String longitude) {
        return new Location(latitude, longitude, orNull("Address"), orNull("Label"));
    }

    private Optional<ButtonReply> buttonIn(Source source) {
        var text = source.find("ButtonText").or(() -> source.find("ListTitle"));
        return source.find("ButtonPayload")
                .or(() -> source.find("ListId"))
                .or(() -> text)
                .map(payload -> new ButtonReply(text.or(() -> form.find("Body")).orElse(null), payload));
    }

    private interface Source {
        Optional<String> find(String name);
    }
}
