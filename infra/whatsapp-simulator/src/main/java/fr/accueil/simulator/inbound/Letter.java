package fr.accueil.simulator.inbound;

import java.util.List;
import java.util.Map;

/// What a customer sends.
///
/// @param type WhatsApp's word for it: `text`, `image`, `location`, `interactive`…
/// @param fields form fields beside the usual ones: a location, a tapped button, a quoted message
public record Letter(
        String from, String to, String body, String type, List<Attachment> attachments, Map<String, String> fields) {

    public record Attachment(String contentType, byte[] bytes) {}
}
