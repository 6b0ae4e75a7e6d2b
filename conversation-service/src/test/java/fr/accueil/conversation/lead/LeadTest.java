package fr.accueil.conversation.lead;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.events.AssistantEvent.LeadCaptured;
import fr.accueil.events.ChangeEvent.LeadRecorded;
import fr.accueil.events.ChangeEvent.LeadStatus;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.LeadId;
import fr.accueil.events.MessageId;
import fr.accueil.events.Topic;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class LeadTest extends ServiceTest {

    @Test
    void a_quote_request_is_recorded_once_shown_and_told() {
        var salon = aSalon();
        var marie = salon.marie();
        var photo = marie.says("Voici la photo");
        var captured = captured(marie.id(), photo);

        marie.tell(Topic.ASSISTANT, captured);
        var again = marie.tell(Topic.ASSISTANT, captured);
        marie.tell(Topic.ASSISTANT, captured(marie.id(), photo));

        var told = events.await(
                Topic.CHANGES, LeadRecorded.class, it -> it.lead().id().equals(captured.lead()));
        assertThat(told.lead().status()).isEqualTo(LeadStatus.NEW);
        assertThat(told.lead().need()).isEqualTo("remplacer un chauffe-eau \uFFFD");
        assertThat(told.lead().photos()).containsExactly(photo);
        events.await(
                Topic.CHANGES,
                LeadRecorded.class,
                it -> it.lead().conversation().equals(marie.id())
                        && !it.lead().id().equals(captured.lead()));
        assertThat(events.seen(Topic.CHANGES)).noneMatch(it -> again.id().equals(it.causedby()));
        var first = page(salon, "?limit=1");
        var second = page(salon, "?limit=1&cursor=" + first.nextCursor());
        assertThat(second.nextCursor()).isNull();
        assertThat(List.of(first.items().getFirst(), second.items().getFirst())).contains(told.lead());
    }

    @Test
    void what_the_customer_says_of_themselves_is_known_where_nothing_was() {
        var salon = aSalon();
        var nobody = salon.thread(null, "+33639980099");
        nobody.says("Bonjour");
        assertThat(nobody.row().customer().name()).isNull();

        nobody.tell(Topic.ASSISTANT, captured(nobody.id(), null));

        nobody.awaitRow(it -> "Karim Benali".equals(it.customer().name()));
        assertThat(nobody.row().customer().phone()).isEqualTo("+33639980099");
        var marie = salon.marie();
        marie.says("Bonjour");
        marie.tell(Topic.ASSISTANT, captured(marie.id(), null));
        events.await(
                Topic.CHANGES,
                LeadRecorded.class,
                it -> it.lead().conversation().equals(marie.id()));
        assertThat(marie.row().customer().name()).isEqualTo("Marie Lefèvre");
    }

    private static LeadCaptured captured(ConversationId conversation, @Nullable MessageId photo) {
        return new LeadCaptured(
                LeadId.of(Ids.next()),
                conversation,
                "Karim Benali",
                "karim.benali@exemple.fr",
                "+33639980012",
                "remplacer un chauffe-eau \0",
                photo == null ? List.of() : List.of(photo));
    }

    private static LeadPage page(Salon salon, String query) {
        return Objects.requireNonNull(salon.asSophie(HttpMethod.GET, "/api/leads" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(LeadPage.class)
                .returnResult()
                .getResponseBody());
    }
}
