package fr.accueil.events;

import java.util.Map;

/// Topic `whatsapp.unroutable.v1`, key = the number: signed messages to a number that no tenant has.
public sealed interface UnroutableEvent extends AccueilEvent {

    /// @param raw every parameter as received
    @WireName("MessageUnroutable")
    record MessageUnroutable(String to, String accountSid, String providerSid, Map<String, String> raw)
            implements UnroutableEvent {}
}
