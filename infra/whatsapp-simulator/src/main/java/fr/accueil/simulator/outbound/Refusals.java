package fr.accueil.simulator.outbound;

/// What Twilio and WhatsApp say about a message that was accepted and then did not arrive.
final class Refusals {

    static final int OUTSIDE_WINDOW = 63016;
    static final int TOO_MANY = 63018;
    static final int INVALID_RECIPIENT = 63024;

    private Refusals() {}

    /// Twilio's `ErrorMessage`.
    static String words(int code) {
        return switch (code) {
            case 63003 -> "Channel could not find To address";
            case 63014 -> "Failed to send message because the recipient blocked you";
            case OUTSIDE_WINDOW ->
                "Failed to send freeform message because you are outside the allowed window. If you"
                        + " are using WhatsApp, please use a Message Template.";
            case TOO_MANY -> "Rate limit exceeded for Channel";
            case INVALID_RECIPIENT -> "Invalid message recipient";
            default -> "The message could not be delivered";
        };
    }

    /// `ChannelStatusMessage`: WhatsApp's own words.
    static String channelWords(int code) {
        return switch (code) {
            case OUTSIDE_WINDOW ->
                "Message failed to send because more than 24 hours have passed since the customer"
                        + " last replied to this number.";
            case TOO_MANY -> "Too many messages to this recipient in a short period of time";
            default -> "Message undeliverable";
        };
    }
}
