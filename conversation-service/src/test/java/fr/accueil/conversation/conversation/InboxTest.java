package fr.accueil.conversation.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.ChangeEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

class InboxTest extends ServiceTest {

    @Test
    void pages_go_through_the_whole_inbox_latest_first_and_each_once() {
        var salon = aSalon();
        var now = salon.marie().now();
        for (int i = 0; i < 7; i++) {
            // Two by two at the same instant: the id decides.
            salon.thread("Client " + i, "+3363998010" + i).says("Bonjour", now.minusSeconds(i / 2));
        }

        var seen = new ArrayList<ChangeEvent.Conversation>();
        @Nullable String cursor = null;
        do {
            var page = list(salon, "?limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            assertThat(page.items()).hasSizeBetween(1, 2);
            seen.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(seen)
                .extracting(ChangeEvent.Conversation::id)
                .doesNotHaveDuplicates()
                .hasSize(7);
        assertThat(seen).isSortedAccordingTo((a, b) -> b.lastActivityAt().compareTo(a.lastActivityAt()));
        assertThat(list(salon, "?limit=500").items()).isEqualTo(seen);
    }

    @Test
    void a_new_message_brings_its_conversation_to_the_top() {
        var salon = aSalon();
        var marie = salon.marie();
        var karim = salon.thread("Karim B.", "+33639980034");
        marie.says("Bonjour");
        karim.says("Bonsoir");
        assertThat(names(list(salon, ""))).containsExactly("Karim B.", "Marie Lefèvre");

        marie.says("Allô ?");

        assertThat(names(list(salon, "?sort=latest"))).containsExactly("Marie Lefèvre", "Karim B.");
    }

    @Test
    void the_inbox_is_filtered_by_status() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.isHandedOver(HandoverReason.CUSTOMER_ASKED, marie.says("Quelqu'un ?"));
        salon.thread("Karim B.", "+33639980034").says("Bonsoir");

        assertThat(names(list(salon, "?status=open"))).containsExactly("Marie Lefèvre");
        assertThat(names(list(salon, "?status=new"))).containsExactly("Karim B.");
        assertThat(list(salon, "?status=resolved").items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lefevre",
                "LEFÈVRE",
                "lefvre",
                "marie l",
                "06 39 98 00 12",
                "+33639980012",
                "horaire",
                "\"le samedi\""
            })
    void the_inbox_is_searched_by_name_phone_and_words_accents_and_endings_forgiven(String words) {
        var salon = aSalon();
        salon.marie().says("Quels sont vos horaires le samedi ?");
        salon.thread("Karim B.", "+33639980034").says("Une fuite sous l'évier");
        var neighbour = aSalon();
        neighbour.marie().says("Quels sont vos horaires le samedi ?");

        assertThat(search(salon, words)).containsExactly("Marie Lefèvre");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "zzz", "0000", "' or 1=1 --", "12", "a & | !", "\\"})
    void a_search_without_a_match_finds_nothing_and_is_no_error(String words) {
        var salon = aSalon();
        salon.marie().says("Quels sont vos horaires le samedi ?");

        assertThat(search(salon, words)).isEmpty();
    }

    @Test
    void a_search_is_filtered_and_paged_as_the_inbox_is() {
        var salon = aSalon();
        salon.marie().says("Bonjour, un devis ?");
        salon.thread("Karim B.", "+33639980034").says("Bonsoir, un devis ?");

        var first = list(salon, "?q=devis&limit=1&status=new");

        assertThat(names(first)).containsExactly("Karim B.");
        assertThat(names(list(salon, "?q=devis&limit=1&cursor=" + first.nextCursor())))
                .containsExactly("Marie Lefèvre");
        assertThat(list(salon, "?q=devis&status=open").items()).isEmpty();
        assertThat(list(salon, "?q=").items()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?assignee=sophie",
                "?limit=0",
                "?limit=501",
                "?limit=x",
                "?status=closed",
                "?sort=name",
                "?cursor=x"
            })
    void what_cannot_be_listed_is_refused_in_french(String query) {
        aSalon().asSophie(HttpMethod.GET, "/api/conversations" + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.title")
                .value(
                        String.class,
                        it -> assertThat(it).isIn("Demande incorrecte", "Page inconnue", "Filtre impossible"))
                .jsonPath("$.detail")
                .isNotEmpty();
    }

    private static List<String> search(Salon salon, String words) {
        var page = salon.asSophie(HttpMethod.GET, "/api/conversations?q={words}", words)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(ConversationPage.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).isNotNull();
        return names(page);
    }

    private static ConversationPage list(Salon salon, String query) {
        var page = salon.asSophie(HttpMethod.GET, "/api/conversations" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(ConversationPage.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).isNotNull();
        return page;
    }

    private static List<String> names(ConversationPage page) {
        return page.items().stream()
                .map(it -> String.valueOf(it.customer().name()))
                .toList();
    }
}
