package fr.accueil.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Topics `workspace.*.v1`, compacted, key = the entity, written by conversation-service: whole states, for local
/// copies. A deleted entity is a tombstone.
public sealed interface WorkspaceEvent extends AccueilEvent {

    /// `workspace.tenants.v1`, key = tenant.
    ///
    /// @param vertical the trade: beauty, or services and trades
    /// @param timeZone IANA name, for example `Europe/Paris`
    @WireName("TenantSaved")
    record TenantSaved(TenantId tenant, String name, Vertical vertical, String timeZone, boolean formal)
            implements WorkspaceEvent {}

    /// `workspace.channels.v1`, key = channel.
    ///
    /// @param address `whatsapp:+33…`
    /// @param authTokens the account's tokens, newest first (two while rotating), each Tink AEAD ciphertext in
    ///     Base64, bound to
    ///     tenant and channel
    @WireName("ChannelSaved")
    record ChannelSaved(
            ChannelId channel,
            TenantId tenant,
            String address,
            String accountSid,
            @Nullable String messagingServiceSid,
            List<String> authTokens)
            implements WorkspaceEvent {}

    /// `workspace.faqs.v1`, key = FAQ.
    ///
    /// @param variants other ways to ask the same
    @WireName("FaqSaved")
    record FaqSaved(FaqId faq, TenantId tenant, String question, String answer, List<String> variants, boolean enabled)
            implements WorkspaceEvent {}

    /// `workspace.team.v1`, key = tenant + ":" + subject.
    ///
    /// @param subject of the person's token
    @WireName("MemberSaved")
    record MemberSaved(TenantId tenant, String subject, String name, String email, Role role)
            implements WorkspaceEvent {}

    enum Vertical {
        @JsonProperty("beauty")
        BEAUTY,
        @JsonProperty("services")
        SERVICES
    }

    enum Role {
        @JsonProperty("owner")
        OWNER,
        @JsonProperty("agent")
        AGENT
    }
}
