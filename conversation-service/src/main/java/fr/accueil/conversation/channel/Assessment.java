package fr.accueil.conversation.channel;

import fr.accueil.conversation.channel.ChannelFacts.Heard;
import fr.accueil.conversation.channel.ChannelFacts.Known;
import fr.accueil.conversation.channel.ChannelView.Reconciliation;
import fr.accueil.conversation.channel.ChannelView.Signature;
import fr.accueil.conversation.channel.ChannelView.State;
import fr.accueil.events.ChannelFact.ChannelReconciled;
import fr.accueil.events.ChannelFact.RejectionCause;
import fr.accueil.events.ChannelFact.SignatureRejected;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the facts of a channel mean to a manager: pure.
///
/// Red when messages are missing, when the last comparison could not be made, or when the last complete one is older
/// than half an hour. Unknown before the first. A rejected signature is shown until a call with a right one.
final class Assessment {

    private static final Duration FRESH = Duration.ofMinutes(30);

    private Assessment() {}

    static @Nullable Signature signature(
            @Nullable Heard<SignatureRejected> rejected, @Nullable Instant lastReceivedAt) {
        if (rejected == null || (lastReceivedAt != null && lastReceivedAt.isAfter(rejected.at()))) {
            return null;
        }
        var fact = rejected.fact();
        return new Signature(rejected.at(), fact.cause(), fact.count(), sentence(fact.cause()));
    }

    static Reconciliation reconciliation(Known known, Instant now) {
        var attempt = known.attempt();
        if (attempt == null) {
            return new Reconciliation(
                    State.UNKNOWN,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "Pas encore comparé avec la liste de Twilio.");
        }
        var fact = attempt.fact();
        var stale =
                known.complete() == null || known.complete().at().plus(FRESH).isBefore(now);
        var red = fact.missing() > 0 || fact.problem() != null || stale;
        return new Reconciliation(
                red ? State.RED : State.GREEN,
                attempt.at(),
                fact.from(),
                fact.until(),
                fact.listed(),
                fact.recovered(),
                fact.missing(),
                fact.problem(),
                sentence(fact, stale));
    }

    private static String sentence(RejectionCause cause) {
        return "Twilio appelle, mais la signature ne correspond pas. "
                + switch (cause) {
                    case OTHER_ADDRESS ->
                        "L'adresse enregistrée chez Twilio n'est sans doute pas exactement la nôtre : recopiez-la telle "
                                + "quelle dans la console Twilio (https, nom, port et barre finale compris).";
                    case OTHER_TOKEN ->
                        "L'appel est signé avec le jeton d'un autre numéro du même compte : vérifiez le jeton "
                                + "(Auth Token) enregistré pour ce numéro.";
                    case UNKNOWN ->
                        "Le jeton (Auth Token) a sans doute changé chez Twilio : enregistrez ici le nouveau. Sinon, ce "
                                + "n'est pas Twilio qui appelle et il n'y a rien à faire.";
                };
    }

    private static String sentence(ChannelReconciled fact, boolean stale) {
        if (fact.problem() != null) {
            return "La comparaison avec la liste de Twilio a échoué : " + fact.problem();
        }
        if (fact.missing() > 0) {
            return count(
                            fact.missing(),
                            "message reçu par Twilio manque encore ici",
                            "messages reçus par Twilio manquent encore ici")
                    + " : Accueil essaie de les retrouver. Lancez une comparaison ; si rien ne change, regardez dans la "
                    + "console Twilio.";
        }
        if (stale) {
            return "La dernière comparaison complète avec Twilio date de plus de 30 minutes : lancez-en une.";
        }
        return fact.recovered() == 0
                ? "Zéro message perdu : notre liste et celle de Twilio sont les mêmes."
                : "Zéro message perdu : "
                        + count(
                                fact.recovered(),
                                "message a été retrouvé et ajouté.",
                                "messages ont été retrouvés et ajoutés.");
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
