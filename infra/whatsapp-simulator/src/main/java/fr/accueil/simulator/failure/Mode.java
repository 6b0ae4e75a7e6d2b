package fr.accueil.simulator.failure;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A way to go wrong.
public enum Mode {
    /// The answer comes `delayMs` late; the request has its effect at once.
    @JsonProperty("slow")
    SLOW,
    /// 429, with `Retry-After` if `retryAfterSeconds` says so; nothing done.
    @JsonProperty("too-many-requests")
    TOO_MANY_REQUESTS,
    /// 500, nothing done.
    @JsonProperty("error-before-accepting")
    ERROR_BEFORE_ACCEPTING,
    /// 500, but the message goes out.
    @JsonProperty("error-after-accepting")
    ERROR_AFTER_ACCEPTING,
    /// 503, nothing done.
    @JsonProperty("unavailable")
    UNAVAILABLE,
    /// 503, but the message goes out.
    @JsonProperty("unavailable-after-accepting")
    UNAVAILABLE_AFTER_ACCEPTING,
    /// The connection is reset, nothing done.
    @JsonProperty("reset-before-accepting")
    RESET_BEFORE_ACCEPTING,
    /// The connection is reset, but the message goes out.
    @JsonProperty("reset-after-accepting")
    RESET_AFTER_ACCEPTING,
    /// 400 with Twilio's `code`.
    @JsonProperty("refused")
    REFUSED,
    /// Accepted, then `undelivered` with Twilio's `code`.
    @JsonProperty("undelivered")
    UNDELIVERED,
    /// Callbacks come in the wrong order.
    @JsonProperty("callbacks-shuffled")
    CALLBACKS_SHUFFLED,
    /// Each callback comes twice.
    @JsonProperty("callbacks-duplicated")
    CALLBACKS_DUPLICATED,
    /// The message is delivered and called back before the request is answered.
    @JsonProperty("callbacks-before-response")
    CALLBACKS_BEFORE_RESPONSE,
    /// Each callback comes `delayMs` late.
    @JsonProperty("callbacks-delayed")
    CALLBACKS_DELAYED,
    /// No callback comes.
    @JsonProperty("callbacks-lost")
    CALLBACKS_LOST,
    /// Each inbound message is posted twice.
    @JsonProperty("webhooks-duplicated")
    WEBHOOKS_DUPLICATED,
    /// Inbound messages are never posted, as after Twilio gave up.
    @JsonProperty("webhooks-lost")
    WEBHOOKS_LOST,
    /// A message shows in the list only `delayMs` after it was created.
    @JsonProperty("list-late")
    LIST_LATE,
    /// Media answer 404 the first time each is asked for.
    @JsonProperty("media-not-found-first")
    MEDIA_NOT_FOUND_FIRST;

    /// What it is about when nobody says.
    Endpoint usual() {
        return this == LIST_LATE ? Endpoint.LIST : Endpoint.SEND;
    }
}
