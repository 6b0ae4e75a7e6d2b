package fr.accueil.router.dialogue;

import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.AssistantManner;
import fr.accueil.router.knowledge.Businesses;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// How long customers of a business are waited for, and have to wait: as it has said, else as usual.
@Component
class Waits {

    private final Businesses businesses;
    private final AssistantSettings usual;

    Waits(Businesses businesses, AssistantSettings usual) {
        this.businesses = businesses;
        this.usual = usual;
    }

    /// How long a customer must have been quiet before the assistant thinks.
    Duration quiet(TenantId tenant) {
        return businesses
                .manner(tenant)
                .map(AssistantManner::quietSeconds)
                .map(Duration::ofSeconds)
                .orElse(usual.quietTime());
    }

    /// But from the first message of a burst it waits no longer than this: two and a half quiet times.
    Duration quietAtMost(TenantId tenant) {
        var longest = quiet(tenant).multipliedBy(5).dividedBy(2);
        return longest.compareTo(usual.quietTimeAtMost()) < 0 ? usual.quietTimeAtMost() : longest;
    }

    /// After which an unanswered message is handed over.
    Duration deadline(TenantId tenant) {
        return businesses
                .manner(tenant)
                .map(AssistantManner::deadlineSeconds)
                .map(Duration::ofSeconds)
                .orElse(usual.deadline());
    }
}
