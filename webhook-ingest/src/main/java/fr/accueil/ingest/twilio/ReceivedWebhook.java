package fr.accueil.ingest.twilio;

/// A webhook that was read but is believed by nobody yet.
///
/// @param url as Twilio signed it
/// @param signature empty when there is none
record ReceivedWebhook(String url, TwilioForm form, String signature) {}
