package fr.accueil.simulator.phone;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.accueil.simulator.inbound.Letter;
import fr.accueil.simulator.world.Phone;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a customer writes.
///
/// @param to the business's address
/// @param type WhatsApp's word, found out from the rest if not said
/// @param hidesNumber true when WhatsApp names the customer by their user id alone this time
/// @param fields further form fields of the webhook, for example `Latitude` and `Longitude`, or `ButtonPayload`
record WriteRequest(
        @NotBlank String to,
        @Nullable String body,
        @Nullable String type,
        @Valid @Nullable List<Attachment> media,
        @Nullable Map<String, String> fields,
        @Nullable Boolean hidesNumber) {

    /// @param bytes as Base64
    record Attachment(@NotBlank String contentType, byte @NotNull [] bytes) {}

    @JsonIgnore
    @AssertTrue(message = "write something, or attach something")
    boolean isSomething() {
        return !text().isEmpty() || !attachments().isEmpty() || !further().isEmpty();
    }

    Letter toLetter(Phone from) {
        return new Letter(
                senderOf(from),
                Phones.normalised(to),
                text(),
                type == null ? guessedType() : type,
                attachments().stream()
                        .map(attachment -> new Letter.Attachment(attachment.contentType, attachment.bytes))
                        .toList(),
                further());
    }

    private String senderOf(Phone phone) {
        return Boolean.TRUE.equals(hidesNumber)
                ? Objects.requireNonNullElse(phone.externalUserId(), phone.address())
                : phone.address();
    }

    private String guessedType() {
        if (!attachments().isEmpty()) {
            return wordFor(attachments().getFirst().contentType);
        }
        if (further().containsKey("Latitude")) {
            return "location";
        }
        return further().containsKey("ButtonPayload") || further().containsKey("ListId") ? "interactive" : "text";
    }

    private static String wordFor(String contentType) {
        return switch (contentType.split("/", 2)[0]) {
            case "image" -> contentType.equals("image/webp") ? "sticker" : "image";
            case "audio" -> "audio";
            case "video" -> "video";
            case "text" -> contentType.equals("text/vcard") ? "contacts" : "document";
            default -> "document";
        };
    }

    private String text() {
        return Objects.requireNonNullElse(body, "");
    }

    private List<Attachment> attachments() {
        return Objects.requireNonNullElse(media, List.of());
    }

    private Map<String, String> further() {
        return Objects.requireNonNullElse(fields, Map.of());
    }
}
