package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Bodies of webhooks as Twilio would write them, where no example shows the shape.
final class Bodies {

    private Bodies() {}

    /// A sid that no other test has.
    static String sid() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }

    /// A message to Camélia, with these parameters beside those that every message has.
    static String message(String sid, String from, String... more) {
        var parameters = new ArrayList<>(List.of(
                "SmsMessageSid", sid, "SmsSid", sid, "MessageSid", sid, "SmsStatus", "received", "NumSegments", "1"));
        parameters.addAll(List.of("AccountSid", Businesses.ACCOUNT, "ApiVersion", "2010-04-01"));
        parameters.addAll(List.of("From", from, "To", Businesses.CAMELIA.address(), "ReferralNumMedia", "0"));
        parameters.addAll(List.of(more));
        return form(parameters.toArray(String[]::new));
    }

    static String form(String... namesAndValues) {
        var form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(namesAndValues[i], UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], UTF_8));
        }
        return form.toString();
    }
}
