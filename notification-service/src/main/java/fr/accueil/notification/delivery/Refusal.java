package fr.accueil.notification.delivery;

import fr.accueil.events.DeliveryEvent.RefusalReason;
import org.jspecify.annotations.Nullable;

/// Why a message will not be sent.
///
/// @param explanation French, for the manager
/// @param code Twilio's
record Refusal(
        RefusalReason reason, String explanation, @Nullable String code) {

    static Refusal humanLeads() {
        return new Refusal(
                RefusalReason.HUMAN_LEADS,
                "Une personne de l'équipe a pris la main : la réponse de l'assistant n'a pas été envoyée.",
                null);
    }

    static Refusal windowClosed() {
        return new Refusal(
                RefusalReason.WINDOW_CLOSED,
                "Le client n'a pas écrit depuis plus de 24 heures : WhatsApp n'accepte plus de message libre.",
                null);
    }

    static Refusal optedOut() {
        return new Refusal(RefusalReason.OPTED_OUT, "Ce client a demandé à ne plus recevoir de messages (STOP).", null);
    }

    /// Nobody knows whether it arrived: whoever sends it again should.
    static Refusal unconfirmed() {
        return byProvider(DeliveryRules.UNCONFIRMED, null);
    }

    static Refusal channelUnknown() {
        return new Refusal(
                RefusalReason.CHANNEL_UNKNOWN,
                "Le numéro WhatsApp de cette conversation n'est pas relié à votre espace.",
                null);
    }

    static Refusal byProvider(String explanation, @Nullable String code) {
        return new Refusal(RefusalReason.PROVIDER_REFUSED, explanation, code);
    }
}
