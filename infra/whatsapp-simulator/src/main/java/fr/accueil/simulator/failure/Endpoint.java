package fr.accueil.simulator.failure;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The part of Twilio's API that a failure is for.
public enum Endpoint {
    @JsonProperty("send")
    SEND,
    @JsonProperty("list")
    LIST,
    @JsonProperty("fetch")
    FETCH,
    @JsonProperty("media")
    MEDIA,
    @JsonProperty("typing")
    TYPING,
    @JsonProperty("content")
    CONTENT,
    @JsonProperty("account")
    ACCOUNT,
    @JsonProperty("all")
    ALL
}
