package fr.accueil.simulator.outbound;

import fr.accueil.simulator.content.Template;
import fr.accueil.simulator.content.Templates;
import fr.accueil.simulator.failure.Failure;
import fr.accueil.simulator.failure.Failures;
import fr.accueil.simulator.failure.Mode;
import fr.accueil.simulator.outbound.OutboundSettings.Strangers;
import fr.accueil.simulator.world.Message;
import fr.accueil.simulator.world.MessageStatus;
import fr.accueil.simulator.world.World;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Decides what becomes of an accepted message: WhatsApp's rules, and what was asked to go wrong.
@Component
class Fates {

    private static final int DELIVERY_FAILED = 63003;

    private final World world;
    private final Failures failures;
    private final Templates templates;
    private final PairRate pairRate;
    private final OutboundSettings settings;
    private final Clock clock;

    Fates(
            World world,
            Failures failures,
            Templates templates,
            PairRate pairRate,
            OutboundSettings settings,
            Clock clock) {
        this.world = world;
        this.failures = failures;
        this.templates = templates;
        this.pairRate = pairRate;
        this.settings = settings;
        this.clock = clock;
    }

    Fate of(Message message) {
        var onPurpose = failures.take(Mode.UNDELIVERED, message.accountSid());
        if (onPurpose.isPresent()) {
            return new Fate.Refused(MessageStatus.UNDELIVERED, codeOf(onPurpose.get()));
        }
        if (settings.withoutWhatsapp().contains(message.to())) {
            return new Fate.Refused(MessageStatus.FAILED, Refusals.INVALID_RECIPIENT);
        }
        if (!isApprovedTemplate(message) && !isInWindow(message)) {
            return new Fate.Refused(MessageStatus.UNDELIVERED, Refusals.OUTSIDE_WINDOW);
        }
        return pairRate.admits(Objects.requireNonNullElse(message.from(), ""), message.to())
                ? new Fate.Arrives()
                : new Fate.Refused(MessageStatus.FAILED, Refusals.TOO_MANY);
    }

    private boolean isApprovedTemplate(Message message) {
        return message.contentSid() != null
                && templates
                        .find(message.accountSid(), message.contentSid())
                        .map(Template::isApproved)
                        .orElse(false);
    }

    private static int codeOf(Failure failure) {
        return failure.code() == null ? DELIVERY_FAILED : failure.code();
    }

    private boolean isInWindow(Message message) {
        var until = world.windowUntil(message.from(), message.to());
        return until == null
                ? settings.strangers() == Strangers.REACHABLE
                : clock.instant().isBefore(until);
    }
}
