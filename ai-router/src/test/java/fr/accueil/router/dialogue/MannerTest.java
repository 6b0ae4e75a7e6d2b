package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.AssistantManner;
import fr.accueil.events.WorkspaceEvent.Caution;
import fr.accueil.events.WorkspaceEvent.FaqSaved;
import fr.accueil.events.WorkspaceEvent.TenantSaved;
import fr.accueil.events.WorkspaceEvent.Vertical;
import fr.accueil.router.knowledge.Businesses;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The assistant goes about it as its business has said.
class MannerTest extends Story {

    @Autowired
    private Businesses businesses;

    @Test
    void customers_are_waited_for_and_wait_as_long_as_the_business_has_said() {
        var marie = customerOf(aBusiness(new AssistantManner(5, 40, null)), "Marie");

        var asked = marie.writes("Où se garer ?");

        await().until(() -> marie.due(OwedAnswers.THINK).isPresent());
        assertThat(marie.due(OwedAnswers.THINK).orElseThrow())
                .isBetween(
                        asked.time().plus(Duration.ofSeconds(5)), asked.time().plus(Duration.ofSeconds(35)));
        assertThat(marie.due(OwedAnswers.DEADLINE).orElseThrow())
                .isAfterOrEqualTo(asked.time().plus(Duration.ofSeconds(39)));
        marie.isTold("parking des Halles");
    }

    @Test
    void faqs_must_be_as_sure_as_the_business_has_said() {
        assertThat(caution(aBusiness(null))).isEqualTo(fr.accueil.language.faq.Caution.USUAL);
        assertThat(caution(aBusiness(new AssistantManner(null, null, Caution.CAREFUL))))
                .isEqualTo(fr.accueil.language.faq.Caution.CAREFUL);
        assertThat(caution(aBusiness(new AssistantManner(null, null, Caution.BOLD))))
                .isEqualTo(fr.accueil.language.faq.Caution.BOLD);
    }

    private fr.accueil.language.faq.Caution caution(TenantId tenant) {
        return businesses.find(tenant).orElseThrow().faqs().caution();
    }

    private TenantId aBusiness(@Nullable AssistantManner manner) {
        var tenant = TenantId.of(Ids.next());
        save(
                Topic.TENANTS,
                tenant,
                tenant.toString(),
                new TenantSaved(
                        tenant, "Chez Jeanne", Vertical.BEAUTY, "Europe/Paris", true, null, null, null, false, manner));
        var faq = FaqId.of(Ids.next());
        save(
                Topic.FAQS,
                tenant,
                faq.toString(),
                new FaqSaved(faq, tenant, "Où se garer ?", "Au parking des Halles.", List.of(), true));
        await().until(() -> businesses
                .find(tenant)
                .filter(it -> it.faqs().all().size() == 1)
                .isPresent());
        return tenant;
    }
}
