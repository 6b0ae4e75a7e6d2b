package fr.accueil.simulator.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a ledger line can say. The type name is the line's `kind`: it is on disk and in tests, so it may not change.
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Fact {

    /// A kind that an older or newer simulator wrote: kept on disk, skipped by us.
    @JsonTypeName("unknown")
    record Unknown() implements Fact {}

    @JsonTypeName("phone-added")
    record PhoneAdded(
            String address,
            String name,
            @Nullable String phone,
            @Nullable String externalUserId,
            boolean listed) implements Fact {}

    /// A customer pressed "send": from here on Twilio has the message.
    ///
    /// @param fields form fields beside those of every message (a location, a tapped button, a quoted message)
    @JsonTypeName("phone-sent")
    record PhoneSent(
            String sid,
            String accountSid,
            String from,
            String to,
            String body,
            String type,
            List<Media> media,
            Map<String, String> fields,
            String idempotencyToken)
            implements Fact {}

    /// One try to post an inbound message; the last one is `settled`, well or badly.
    @JsonTypeName("webhook-attempted")
    record WebhookAttempted(String sid, Attempted attempt) implements Fact {}

    /// The business has seen this message of the customer: the blue ticks.
    @JsonTypeName("inbound-read")
    record InboundRead(String sid) implements Fact {}

    @JsonTypeName("typing-shown")
    record TypingShown(String sid, String accountSid) implements Fact {}

    /// One request to Twilio's API, and what it was answered.
    ///
    /// @param status absent when the connection was cut on purpose
    @JsonTypeName("api-requested")
    record ApiRequested(
            String requestId,
            @Nullable String accountSid,
            String method,
            String path,
            Map<String, List<String>> form,
            @Nullable Integer status,
            @Nullable Integer code,
            @Nullable String failure,
            long tookMs)
            implements Fact {}

    /// Twilio took a message of a business.
    ///
    /// @param reference what its callback address says of whose it is: `conversation`, `message`, `part`, `attempt`
    @JsonTypeName("message-accepted")
    record MessageAccepted(
            String sid,
            String accountSid,
            String direction,
            @Nullable String from,
            String to,
            String body,
            List<Media> media,
            @Nullable String messagingServiceSid,
            @Nullable String contentSid,
            @Nullable String contentVariables,
            @Nullable String statusCallback,
            @Nullable Map<String, String> reference)
            implements Fact {}

    @JsonTypeName("message-moved")
    record MessageMoved(
            String sid,
            String status,
            @Nullable Integer errorCode,
            @Nullable String errorMessage) implements Fact {}

    /// A message stands on the customer's phone.
    ///
    /// @param reference see [MessageAccepted]
    @JsonTypeName("phone-received")
    record PhoneReceived(
            String sid,
            String accountSid,
            String from,
            String to,
            String body,
            List<Media> media,
            @Nullable Map<String, String> reference)
            implements Fact {}

    @JsonTypeName("callback-attempted")
    record CallbackAttempted(String sid, String status, Attempted attempt) implements Fact {}

    /// Somebody opened an account at Twilio, with one WhatsApp sender.
    @JsonTypeName("account-opened")
    record AccountOpened(String name, String address, String accountSid, String authToken) implements Fact {}

    /// Somebody entered in Twilio's console where to call when a message comes.
    @JsonTypeName("webhook-entered")
    record WebhookEntered(String address, String url, String method) implements Fact {}

    @JsonTypeName("failures-changed")
    record FailuresChanged(String change, Map<String, Object> failure) implements Fact {}

    /// @param url where it went
    /// @param signedFor the address that the signature covers
    /// @param error why there is no HTTP status, or what is wrong with the answer
    /// @param answer the start of the answer's body
    /// @param settled true when no further try follows
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attempted(
            int number,
            String url,
            String signedFor,
            @Nullable Integer status,
            @Nullable String error,
            @Nullable String contentType,
            @Nullable String answer,
            Map<String, String> headers,
            long tookMs,
            boolean settled) {

        public static Attempted never(String url, String why) {
            return new Attempted(0, url, url, null, why, null, null, Map.of(), 0, true);
        }

        public boolean succeeded() {
            return status != null && status >= 200 && status < 300;
        }

        public Attempted withError(String words) {
            return new Attempted(number, url, signedFor, status, words, contentType, answer, headers, tookMs, settled);
        }
    }
}
