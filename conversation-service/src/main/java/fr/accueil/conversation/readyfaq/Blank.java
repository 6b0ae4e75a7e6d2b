package fr.accueil.conversation.readyfaq;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What a ready FAQ leaves to be filled; in its text `{hours}`.
public enum Blank {
    /// What the business is called.
    @JsonProperty("name")
    NAME,
    /// When it is open, as a sentence goes on.
    @JsonProperty("hours")
    HOURS,
    /// On which days it is closed, as a sentence after the hours; nothing when on none.
    @JsonProperty("closed")
    CLOSED,
    /// Street, postal code and city.
    @JsonProperty("address")
    ADDRESS,
    @JsonProperty("city")
    CITY,
    /// Services with their prices, a line each.
    @JsonProperty("prices")
    PRICES,
    /// Services with how long they take, a line each.
    @JsonProperty("durations")
    DURATIONS;

    String mark() {
        return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }
}
