package fr.accueil.conversation.audit;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What somebody did.
public enum Action {
    @JsonProperty("workspace_opened")
    WORKSPACE_OPENED,
    @JsonProperty("settings_changed")
    SETTINGS_CHANGED,
    @JsonProperty("hours_changed")
    HOURS_CHANGED,
    @JsonProperty("service_saved")
    SERVICE_SAVED,
    @JsonProperty("service_deleted")
    SERVICE_DELETED,
    @JsonProperty("services_ordered")
    SERVICES_ORDERED,
    @JsonProperty("faq_saved")
    FAQ_SAVED,
    @JsonProperty("faq_deleted")
    FAQ_DELETED,
    @JsonProperty("faqs_ordered")
    FAQS_ORDERED,
    @JsonProperty("faqs_imported")
    FAQS_IMPORTED,
    @JsonProperty("faqs_exported")
    FAQS_EXPORTED,
    @JsonProperty("member_invited")
    MEMBER_INVITED,
    @JsonProperty("invitation_revoked")
    INVITATION_REVOKED,
    @JsonProperty("member_joined")
    MEMBER_JOINED,
    @JsonProperty("member_changed")
    MEMBER_CHANGED,
    @JsonProperty("member_removed")
    MEMBER_REMOVED,
    @JsonProperty("channel_saved")
    CHANNEL_SAVED,
    @JsonProperty("channel_removed")
    CHANNEL_REMOVED,
    @JsonProperty("booking_entered")
    BOOKING_ENTERED,
    @JsonProperty("booking_moved")
    BOOKING_MOVED,
    @JsonProperty("booking_cancelled")
    BOOKING_CANCELLED,
    @JsonProperty("calendar_address_made")
    CALENDAR_ADDRESS_MADE,
    @JsonProperty("calendar_address_revoked")
    CALENDAR_ADDRESS_REVOKED,
    @JsonProperty("external_calendar_added")
    EXTERNAL_CALENDAR_ADDED,
    @JsonProperty("external_calendar_removed")
    EXTERNAL_CALENDAR_REMOVED,
    @JsonProperty("conversation_taken_over")
    CONVERSATION_TAKEN_OVER,
    @JsonProperty("conversation_handed_back")
    CONVERSATION_HANDED_BACK,
    @JsonProperty("customer_exported")
    CUSTOMER_EXPORTED,
    @JsonProperty("customer_erased")
    CUSTOMER_ERASED,
    @JsonProperty("retention_changed")
    RETENTION_CHANGED
}
