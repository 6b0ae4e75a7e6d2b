package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.AssistantEvent.HandoverReason;
import org.junit.jupiter.api.Test;

/// What the business changes in its FAQs, the next customer hears.
class FaqChangesTest extends Story {

    @Test
    void a_new_faq_is_answered_with_and_a_deleted_one_no_more() {
        var marie = customer("Marie");
        var faq = saveFaq("Avez-vous un sauna ?", "Oui, un sauna finlandais pour quatre personnes.");
        await().until(() -> knows("sauna"));

        marie.writes("vous avez un sauna ?");
        marie.isTold("un sauna finlandais");
        deleteFaq(faq);
        await().until(() -> !knows("sauna"));
        marie.writes("et le sauna, il est grand ?");

        assertThat(marie.isHandedOver(HandoverReason.NO_ANSWER_KNOWN).reasons())
                .satisfies(it -> assertThat(it).isNotNull());
    }
}
