package fr.accueil.conversation.channel;

import fr.accueil.conversation.channel.ChannelFacts.Known;
import fr.accueil.conversation.channel.ChannelView.Choice;
import fr.accueil.conversation.channel.ChannelView.Line;
import fr.accueil.conversation.channel.ChannelView.Progress;
import fr.accueil.conversation.channel.ChannelView.Step;
import fr.accueil.conversation.tenant.Sender;
import fr.accueil.events.ChannelFact.AccountAccess;
import fr.accueil.events.ChannelFact.ChannelChecked;
import fr.accueil.events.ChannelFact.WhatsAppSender;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What stands between entering a number and answering by it, and what to do about it: pure. Sentences are French.
final class Checklist {

    /// Twilio's own number for trying, which is in no account's list.
    private static final String SANDBOX = "whatsapp:+14155238886";

    private final Sender sender;
    private final Known known;
    private final @Nullable ChannelChecked check;
    private final @Nullable Instant lastReceivedAt;
    private final boolean hasAnswered;
    private final String webhookUrl;

    Checklist(Sender sender, Known known, @Nullable Instant lastReceivedAt, boolean hasAnswered, String webhookUrl) {
        this.sender = sender;
        this.known = known;
        this.check = known.check() == null ? null : known.check().fact();
        this.lastReceivedAt = lastReceivedAt;
        this.hasAnswered = hasAnswered;
        this.webhookUrl = webhookUrl;
    }

    List<Line> lines() {
        return sender.state() == Sender.State.DISCONNECTED
                ? List.of()
                : List.of(credentials(), number(), webhook(), received(), answered(), callback());
    }

    List<Choice> choices() {
        return found().stream()
                .map(it -> new Choice(it.address(), it.name(), isOnline(it)))
                .toList();
    }

    private Line credentials() {
        if (check == null) {
            return line(Step.CREDENTIALS, Progress.WAITING, "Accueil interroge Twilio…");
        }
        return switch (check.access()) {
            case GRANTED ->
                line(
                        Step.CREDENTIALS,
                        Progress.DONE,
                        check.accountName() == null
                                ? "Twilio ouvre ce compte."
                                : "Twilio ouvre le compte « " + check.accountName() + " ».");
            case REFUSED ->
                line(
                        Step.CREDENTIALS,
                        Progress.WRONG,
                        "Twilio refuse cet Account SID avec cet Auth Token. Dans la console Twilio, ouvrez l'accueil du "
                                + "compte, rubrique « Account Info », et recopiez les deux.");
            case SUSPENDED ->
                line(
                        Step.CREDENTIALS,
                        Progress.WRONG,
                        "Twilio a suspendu ou fermé ce compte. La console Twilio dit pourquoi, le plus souvent un solde "
                                + "épuisé ou une vérification en attente.");
            case UNKNOWN ->
                line(
                        Step.CREDENTIALS,
                        Progress.WAITING,
                        (check.problem() == null ? "Twilio n'a pas répondu." : check.problem()) + " Accueil réessaie.");
        };
    }

    private Line number() {
        if (check == null || check.access() != AccountAccess.GRANTED) {
            return line(Step.NUMBER, Progress.TODO, "Vient après le compte.");
        }
        if (known.isTaken()) {
            return line(
                    Step.NUMBER,
                    Progress.WRONG,
                    "Ce numéro est déjà relié à un espace Accueil. Débranchez-le d'abord là où il l'est.");
        }
        if (sender.address() == null) {
            return unnamed(check);
        }
        var mine = mine();
        if (mine.isPresent()) {
            return state(mine.get());
        }
        if (SANDBOX.equals(sender.address())) {
            return line(
                    Step.NUMBER,
                    Progress.DONE,
                    "C'est le bac à sable de Twilio : il sert à essayer, avec les téléphones qui s'y sont inscrits.");
        }
        return check.problem() == null
                ? line(
                        Step.NUMBER,
                        Progress.WRONG,
                        "Ce compte n'a pas ce numéro WhatsApp. Dans la console Twilio, « Messaging », « Senders », "
                                + "« WhatsApp senders » montre ceux qu'il a.")
                : line(Step.NUMBER, Progress.WAITING, check.problem() + " Accueil réessaie.");
    }

    private static Line unnamed(ChannelChecked check) {
        if (check.problem() != null) {
            return line(Step.NUMBER, Progress.WRONG, check.problem() + " Vous pouvez saisir le numéro vous-même.");
        }
        return check.senders().isEmpty()
                ? line(
                        Step.NUMBER,
                        Progress.WRONG,
                        "Ce compte n'a pas encore de numéro WhatsApp. Dans la console Twilio, « Messaging », « Senders », "
                                + "« WhatsApp senders », créez-en un et suivez les étapes de Meta.")
                : line(Step.NUMBER, Progress.TODO, "Choisissez le numéro auquel vos clients écrivent.");
    }

    private static Line state(WhatsAppSender mine) {
        if (isOnline(mine)) {
            return line(
                    Step.NUMBER,
                    Progress.DONE,
                    mine.name() == null
                            ? "Le numéro est en ligne."
                            : "Le numéro est en ligne, sous le nom « " + mine.name() + " ».");
        }
        return switch (mine.status().toUpperCase(Locale.ROOT)) {
            case "CREATING", "PENDING_VERIFICATION", "VERIFYING", "TWILIO_REVIEW" ->
                line(
                        Step.NUMBER,
                        Progress.WAITING,
                        "Twilio et Meta vérifient ce numéro : de quelques minutes à quelques jours. La console Twilio dit "
                                + "s'ils attendent quelque chose de vous.");
            default ->
                line(
                        Step.NUMBER,
                        Progress.WRONG,
                        "Ce numéro n'est pas en ligne chez Twilio"
                                + (mine.offlineReason() == null ? "." : " : « " + mine.offlineReason() + " ».")
                                + " Ouvrez-le dans la console Twilio, « Messaging », « Senders », « WhatsApp senders ».");
        };
    }

    private Line webhook() {
        var mine = mine();
        if (mine.isEmpty()) {
            return lastReceivedAt == null
                    ? line(Step.WEBHOOK, Progress.TODO, "Copiez cette adresse dans la console Twilio.")
                    : line(Step.WEBHOOK, Progress.DONE, "Twilio appelle ici.");
        }
        var called = mine.get().webhookUrl();
        if (called == null || called.isBlank()) {
            return line(
                    Step.WEBHOOK,
                    Progress.TODO,
                    "Twilio ne sait pas encore où nous appeler : copiez cette adresse dans la console Twilio.");
        }
        if (!base(called).equals(base(webhookUrl))) {
            return line(
                    Step.WEBHOOK,
                    Progress.WRONG,
                    "Twilio appelle une autre adresse : « " + called + " ». Remplacez-la par celle-ci.");
        }
        if (!"POST"
                .equalsIgnoreCase(
                        Optional.ofNullable(mine.get().webhookMethod()).orElse("POST"))) {
            return line(
                    Step.WEBHOOK,
                    Progress.WRONG,
                    "L'adresse est la bonne, mais Twilio appelle par « "
                            + mine.get().webhookMethod() + " » : choisissez « HTTP POST » à côté d'elle.");
        }
        return called.contains("rp=")
                ? line(Step.WEBHOOK, Progress.DONE, "Twilio appelle la bonne adresse.")
                : line(
                        Step.WEBHOOK,
                        Progress.TODO,
                        "L'adresse est la bonne, sans sa fin : copiez-la en entier. Ce qui suit « # » dit à Twilio de "
                                + "réessayer quand un appel échoue.");
    }

    private Line received() {
        if (lastReceivedAt != null) {
            return line(Step.RECEIVED, Progress.DONE, "Un message signé par Twilio est arrivé.");
        }
        var rejected = Assessment.signature(known.signature(), null);
        return rejected == null
                ? line(Step.RECEIVED, Progress.TODO, "Écrivez « Bonjour » à ce numéro, depuis votre téléphone.")
                : line(Step.RECEIVED, Progress.WRONG, rejected.sentence());
    }

    private Line answered() {
        if (hasAnswered) {
            return line(Step.ANSWERED, Progress.DONE, "Twilio a pris une réponse d'Accueil.");
        }
        return lastReceivedAt == null
                ? line(Step.ANSWERED, Progress.TODO, "Vient après le premier message.")
                : line(Step.ANSWERED, Progress.WAITING, "La réponse part…");
    }

    private Line callback() {
        if (known.callback() != null) {
            return line(Step.CALLBACK, Progress.DONE, "Twilio nous dit quand un message est remis et lu.");
        }
        return hasAnswered
                ? line(Step.CALLBACK, Progress.WAITING, "Twilio va dire si la réponse est remise…")
                : line(Step.CALLBACK, Progress.TODO, "Vient après la première réponse.");
    }

    private List<WhatsAppSender> found() {
        return check == null ? List.of() : check.senders();
    }

    private Optional<WhatsAppSender> mine() {
        return found().stream()
                .filter(it -> it.address().equals(sender.address()))
                .findFirst();
    }

    private static boolean isOnline(WhatsAppSender sender) {
        return sender.status().toUpperCase(Locale.ROOT).startsWith("ONLINE");
    }

    private static String base(String url) {
        var end = url.indexOf('#');
        return (end < 0 ? url : url.substring(0, end)).strip();
    }

    private static Line line(Step step, Progress progress, String sentence) {
        return new Line(step, progress, unbroken(sentence));
    }

    /// No line begins with what belongs to the word before it.
    private static String unbroken(String french) {
        return french.replace("« ", "«\u00a0").replaceAll(" (?=[»:;?!])", "\u00a0");
    }
}
