package fr.accueil.conversation.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.accueil.conversation.tenant.Sender;
import fr.accueil.events.ChannelFact.RejectionCause;
import fr.accueil.events.ChannelId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A channel and how the way to and from it is.
///
/// @param address `whatsapp:+33…`; null while nobody has said which of the account's it is
/// @param checklist what stands between entering a number and answering by it, in the order in which it is done
/// @param senders the account's numbers to choose from, as far as Twilio has told
/// @param lastReceivedAt when a customer's message last came by Twilio's call
/// @param signature calls whose signature does not match; absent once a later call did
public record ChannelView(
        ChannelId id,
        Sender.State state,
        @Nullable String address,
        String accountSid,
        @Nullable String messagingServiceSid,
        long version,
        List<Line> checklist,
        List<Choice> senders,
        @Nullable Instant lastReceivedAt,
        @Nullable Signature signature,
        Reconciliation reconciliation) {

    /// @param sentence in French: how it stands and what to do
    public record Line(Step step, Progress progress, String sentence) {}

    /// What has to be, in the order in which it is done.
    public enum Step {
        @JsonProperty("credentials")
        CREDENTIALS,
        @JsonProperty("number")
        NUMBER,
        @JsonProperty("webhook")
        WEBHOOK,
        @JsonProperty("received")
        RECEIVED,
        @JsonProperty("answered")
        ANSWERED,
        @JsonProperty("callback")
        CALLBACK
    }

    /// `waiting` passes by itself, `todo` needs somebody, `wrong` has to be mended.
    public enum Progress {
        @JsonProperty("done")
        DONE,
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("todo")
        TODO,
        @JsonProperty("wrong")
        WRONG
    }

    /// A WhatsApp sender of the account.
    ///
    /// @param name that customers see
    public record Choice(String address, @Nullable String name, boolean isOnline) {}

    /// @param count how many calls since the last such fact
    /// @param sentence in French: what is wrong, why most likely, and what to do
    public record Signature(Instant at, RejectionCause cause, long count, String sentence) {}

    /// @param checkedAt when Twilio's list was last compared with ours, or that was tried; the rest is of that time
    /// @param listed how many messages Twilio has between `from` and `until`
    /// @param recovered how many of them were missing and were brought back
    /// @param missing how many are missing still
    /// @param problem why the comparison could not be made, in French
    /// @param sentence in French: how it stands and what to do
    public record Reconciliation(
            State state,
            @Nullable Instant checkedAt,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Integer listed,
            @Nullable Integer recovered,
            @Nullable Integer missing,
            @Nullable String problem,
            String sentence) {}

    /// Green: the last comparison was made within half an hour and nothing is missing. Unknown: there was none yet.
    public enum State {
        @JsonProperty("green")
        GREEN,
        @JsonProperty("red")
        RED,
        @JsonProperty("unknown")
        UNKNOWN
    }
}
