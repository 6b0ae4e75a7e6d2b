package fr.accueil.conversation.tenant;

/// What a business does with its customers' data: how many days each kind of it is kept, and what agents see.
///
/// @param messageDays messages, and open questions and bookings' names of the same age
/// @param mediaDays files that customers sent
/// @param leadDays quote requests
/// @param reasonDays why the assistant answered as it did
/// @param invitationDays invitations that were accepted, revoked or have expired
/// @param phonesMasked whether agents see phone numbers only in part
public record PrivacyRules(
        int messageDays, int mediaDays, int leadDays, int reasonDays, int invitationDays, boolean phonesMasked) {

    /// Where nobody has said otherwise: two years of messages, one of files, three of quote requests, as the
    /// CNIL has it for people who did not become customers.
    public static final PrivacyRules USUAL = new PrivacyRules(730, 365, 1095, 90, 90, false);
}
