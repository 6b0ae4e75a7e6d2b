package fr.accueil.conversation.privacy;

import fr.accueil.conversation.tenant.PrivacyRules;
import fr.accueil.conversation.tenant.Versioned;

/// What a business does with its customers' data: for how many days each kind is kept.
///
/// @param messageDays messages, open questions, and the names of bookings
/// @param mediaDays files that customers sent
/// @param leadDays quote requests
/// @param reasonDays why the assistant answered as it did
/// @param invitationDays invitations that are over
/// @param phonesMasked whether agents see phone numbers only in part
/// @param version to be named by who changes it
public record PrivacyView(
        int messageDays,
        int mediaDays,
        int leadDays,
        int reasonDays,
        int invitationDays,
        boolean phonesMasked,
        long version) {

    static PrivacyView of(Versioned<PrivacyRules> known) {
        return of(known.value(), known.version());
    }

    static PrivacyView of(PrivacyRules rules, long version) {
        return new PrivacyView(
                rules.messageDays(),
                rules.mediaDays(),
                rules.leadDays(),
                rules.reasonDays(),
                rules.invitationDays(),
                rules.phonesMasked(),
                version);
    }
}
