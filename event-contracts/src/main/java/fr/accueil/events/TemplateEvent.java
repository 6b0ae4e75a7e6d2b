package fr.accueil.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Topic `whatsapp.templates.v1`, compacted, key = channel + ":" + Twilio's `HX…`: the templates of the channel's
/// account. Written by notification-service; one that is gone at Twilio is a tombstone.
public sealed interface TemplateEvent extends AccueilEvent {

    /// @param body its text with `{{1}}` where variables go
    /// @param variables their names, in order of appearance
    /// @param language for example `fr`
    /// @param category `utility`, `marketing`, `authentication`, where Twilio says it
    @WireName("TemplateListed")
    record TemplateListed(
            ChannelId channel,
            String contentSid,
            String name,
            String language,
            String body,
            List<String> variables,
            @Nullable String category,
            Approval approval)
            implements TemplateEvent {}

    enum Approval {
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("rejected")
        REJECTED,
        @JsonProperty("unsubmitted")
        UNSUBMITTED
    }
}
