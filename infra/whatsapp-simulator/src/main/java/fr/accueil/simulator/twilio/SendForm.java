package fr.accueil.simulator.twilio;

import fr.accueil.simulator.content.Templates;
import fr.accueil.simulator.demo.Business;
import fr.accueil.simulator.ledger.Media;
import fr.accueil.simulator.outbound.Draft;
import fr.accueil.simulator.world.Direction;
import fr.accueil.simulator.world.Sids;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Checks the form of a message to send as Twilio does, in its order and with its codes.
record SendForm(MultiValueMap<String, String> form, Templates templates) {

    private static final Pattern ADDRESS =
            Pattern.compile("whatsapp:(\\+[1-9]\\d{6,14}|[A-Z]{2}\\.[A-Za-z0-9.]{1,132})");
    private static final Pattern MESSAGING_SERVICE = Pattern.compile("MG[0-9a-fA-F]{32}");
    private static final int LONGEST_BODY = 1600;

    /// @param businesses those of the account that asks
    Draft check(String accountSid, List<Business> businesses) {
        var to = checkTo();
        var from = checkFrom(businesses);
        checkContent();
        return new Draft(
                accountSid,
                Direction.OUTBOUND_API,
                from,
                to,
                value("ContentSid") == null ? Objects.requireNonNullElse(value("Body"), "") : render(accountSid),
                media(),
                value("MessagingServiceSid"),
                value("ContentSid"),
                value("ContentVariables"),
                checkStatusCallback());
    }

    private String checkTo() {
        var to = value("To");
        if (to == null) {
            throw TwilioError.badRequest(21604, "A 'To' phone number is required.");
        }
        if (!to.startsWith("whatsapp:")) {
            throw TwilioError.badRequest(21910, "Invalid From and To pair. From and To should be of the same channel");
        }
        if (!ADDRESS.matcher(to).matches()) {
            throw TwilioError.badRequest(21211, "The 'To' number " + to + " is not a valid phone number.");
        }
        return to;
    }

    private String checkFrom(List<Business> businesses) {
        var from = value("From");
        var service = value("MessagingServiceSid");
        if (from == null && service == null) {
            throw TwilioError.badRequest(21603, "A 'From' phone number is required.");
        }
        if (service != null && !MESSAGING_SERVICE.matcher(service).matches()) {
            throw TwilioError.badRequest(21701, "The Messaging Service does not exist.");
        }
        return businesses.stream()
                .map(Business::address)
                .filter(address -> from == null || address.equals(from))
                .findFirst()
                .orElseThrow(() -> TwilioError.badRequest(
                        63007, "Twilio could not find a Channel with the specified From address"));
    }

    private void checkContent() {
        var body = value("Body");
        var content = value("ContentSid");
        if (body == null && content == null && media().isEmpty()) {
            throw TwilioError.badRequest(21619, "A text message body or media urls must be specified.");
        }
        if (body != null && body.length() > LONGEST_BODY) {
            throw TwilioError.badRequest(21617, "The concatenated message body exceeds the 1600 character limit.");
        }
        media().forEach(media -> {
            if (!isWebAddress(media.url())) {
                throw TwilioError.badRequest(21620, "Invalid media URL(s)");
            }
        });
    }

    /// What the customer will read: a value that is not given is the template's own.
    private String render(String accountSid) {
        return templates
                .find(accountSid, Objects.requireNonNullElse(value("ContentSid"), ""))
                .orElseThrow(() -> TwilioError.badRequest(21655, "The ContentSid is Invalid"))
                .render(ContentVariables.parse(value("ContentVariables")));
    }

    private @Nullable String checkStatusCallback() {
        var address = value("StatusCallback");
        if (address != null && !isWebAddress(address)) {
            throw TwilioError.badRequest(21609, "The 'StatusCallback' URL " + address + " is not a valid URL.");
        }
        return address;
    }

    /// Twilio refuses host names with an underscore; Java finds no host in them.
    private static boolean isWebAddress(String text) {
        try {
            var uri = URI.create(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private List<Media> media() {
        return form.getOrDefault("MediaUrl", List.of()).stream()
                .map(url -> new Media(Sids.media(), "application/octet-stream", url))
                .toList();
    }

    /// Empty counts as not given.
    private @Nullable String value(String name) {
        var value = form.getFirst(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
