package fr.accueil.conversation.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What kind of thing somebody did, for who looks for something in the log.
public enum Kind {
    @JsonProperty("workspace")
    WORKSPACE(Action.WORKSPACE_OPENED, Action.SETTINGS_CHANGED, Action.CHANNEL_SAVED, Action.RETENTION_CHANGED),
    @JsonProperty("agenda")
    AGENDA(
            Action.HOURS_CHANGED,
            Action.SERVICE_SAVED,
            Action.SERVICE_DELETED,
            Action.SERVICES_ORDERED,
            Action.CALENDAR_ADDRESS_MADE,
            Action.BOOKING_ENTERED,
            Action.BOOKING_MOVED,
            Action.BOOKING_CANCELLED),
    @JsonProperty("faqs")
    FAQS(Action.FAQ_SAVED, Action.FAQ_DELETED, Action.FAQS_ORDERED, Action.FAQS_IMPORTED, Action.FAQS_EXPORTED),
    @JsonProperty("team")
    TEAM(
            Action.MEMBER_INVITED,
            Action.INVITATION_REVOKED,
            Action.MEMBER_JOINED,
            Action.MEMBER_CHANGED,
            Action.MEMBER_REMOVED),
    @JsonProperty("conversations")
    CONVERSATIONS(Action.CONVERSATION_TAKEN_OVER, Action.CONVERSATION_HANDED_BACK),
    @JsonProperty("customers")
    CUSTOMERS(Action.CUSTOMER_EXPORTED, Action.CUSTOMER_ERASED);

    private final Set<Action> actions;

    Kind(Action first, Action... others) {
        this.actions = EnumSet.of(first, others);
    }

    /// As the log names them.
    String[] names() {
        return actions.stream().map(it -> it.name().toLowerCase(Locale.ROOT)).toArray(String[]::new);
    }

    /// As the API's description names it.
    static Kind of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
