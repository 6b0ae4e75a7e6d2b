package fr.accueil.simulator.inbound;

import fr.accueil.simulator.ledger.Fact.Attempted;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// What the answer of a webhook makes Twilio do: XML is TwiML, plain text is sent to the customer as it stands.
///
/// @param problem Twilio's error, for the debugger
record WebhookAnswer(List<Reply> replies, @Nullable String problem) {

    record Reply(String body, List<String> mediaUrls) {}

    static WebhookAnswer of(Attempted attempt) {
        var text = attempt.answer() == null ? "" : attempt.answer();
        if (text.isBlank()) {
            return new WebhookAnswer(List.of(), null);
        }
        return switch (mediaType(attempt.contentType())) {
            case "text/plain" -> new WebhookAnswer(List.of(new Reply(text, List.of())), null);
            case "text/xml", "application/xml", "text/html" -> ofTwiml(text);
            default -> new WebhookAnswer(List.of(), "12300 Invalid Content-Type: " + attempt.contentType());
        };
    }

    private static String mediaType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static WebhookAnswer ofTwiml(String text) {
        try {
            var root = parse(text);
            if (!root.getTagName().equals("Response")) {
                return new WebhookAnswer(List.of(), "12100 Document parse failure: no <Response>");
            }
            return new WebhookAnswer(
                    children(root, "Message").map(WebhookAnswer::toReply).toList(), null);
        } catch (SAXException e) {
            return new WebhookAnswer(List.of(), "12100 Document parse failure: " + e.getMessage());
        }
    }

    private static Element parse(String text) throws SAXException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(text.strip())))
                    .getDocumentElement();
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("This JDK cannot parse XML safely", e);
        }
    }

    private static Reply toReply(Element message) {
        var bodies = children(message, "Body").map(Node::getTextContent).toList();
        var media = children(message, "Media")
                .map(element -> element.getTextContent().strip())
                .toList();
        return new Reply(bodies.isEmpty() ? ownText(message) : String.join("", bodies), media);
    }

    private static String ownText(Element message) {
        var text = new ArrayList<String>();
        nodes(message)
                .filter(node -> node.getNodeType() != Node.ELEMENT_NODE)
                .forEach(node -> text.add(node.getTextContent()));
        return String.join("", text).strip();
    }

    private static Stream<Element> children(Element parent, String name) {
        return nodes(parent)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> element.getTagName().equals(name));
    }

    private static Stream<Node> nodes(Element parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
    }
}
