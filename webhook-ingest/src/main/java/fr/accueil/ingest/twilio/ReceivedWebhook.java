package fr.accueil.ingest.twilio;

import java.util.List;

/// A webhook that was read but is believed by nobody yet.
///
/// @param url as Twilio signed it
/// @param form what it says
/// @param signed what the signature covers beside the address
/// @param signature empty when there is none
/// @param sender who called
record ReceivedWebhook(String url, TwilioForm form, Signed signed, String signature, Sender sender) {

    /// Who called, as the network and the request say: proof of nothing, but to be counted and to be tried.
    ///
    /// @param address of the caller; an IPv6 address stands for its network of 64 bits
    /// @param hosts that the request claims to be for, with their ports
    record Sender(String address, List<String> hosts) {}
}
