package fr.accueil.conversation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Diary;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.team.Member;
import fr.accueil.events.AssistantEvent.BookingRequested;
import fr.accueil.events.AssistantEvent.LeadCaptured;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent.BookingConfirmed;
import fr.accueil.events.ChangeEvent.LeadRecorded;
import fr.accueil.events.Ids;
import fr.accueil.events.LeadId;
import fr.accueil.events.OutboundEvent.StopSending;
import fr.accueil.events.Topic;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/// Where a business wants it, agents do not learn customers' phone numbers: from no answer, and by no search.
class MaskingTest extends ServiceTest {

    private static final String PHONE = "+33639980012";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void no_answer_to_an_agent_has_a_customers_number() {
        var salon = withMarieEverywhere();
        var id = salon.marie().id().toString();
        mask(salon, true);

        var told = new TreeMap<String, String>();
        readable().forEach(path -> told.put(path, told(salon, salon.lea(), filled(path, id))));

        assertThat(told).hasSizeGreaterThan(15);
        assertThat(told.values()).noneMatch(it -> it.contains("639980012"));
        assertThat(told.get("/api/conversations")).contains("+336••••••12", "whatsapp:+336••••••12");
        assertThat(told.get("/api/leads")).contains("+336••••••12");
        assertThat(told.get("/api/bookings")).contains("+336••••••12");
        assertThat(told.get("/api/opt-outs")).contains("+336••••••12");
        assertThat(told.get("/api/channels")).contains(salon.channel().address());
    }

    @Test
    void what_an_agent_does_is_answered_without_it_too() {
        var salon = withMarieEverywhere();
        mask(salon, true);

        for (var act : List.of("takeover", "handback", "read")) {
            var told = Objects.requireNonNull(salon.as(
                            salon.lea(),
                            HttpMethod.POST,
                            "/api/conversations/{id}/" + act,
                            salon.marie().id())
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody());
            assertThat(told).doesNotContain("639980012").contains("+336••••••12");
        }
    }

    @Test
    void owners_see_it_and_agents_do_where_nothing_is_masked() {
        var salon = withMarieEverywhere();
        assertThat(told(salon, salon.lea(), "/api/conversations")).contains(PHONE);

        mask(salon, true);

        assertThat(told(salon, salon.sophie(), "/api/conversations")).contains(PHONE);
    }

    @Test
    void an_agent_finds_nobody_by_a_number_and_still_by_name_and_words() {
        var salon = withMarieEverywhere();
        mask(salon, true);

        for (var number : List.of("0639980012", "06 39 98", "+33639980012", "9800")) {
            assertThat(found(salon, salon.lea(), number)).as(number).isFalse();
        }
        assertThat(found(salon, salon.lea(), "Marie")).isTrue();
        assertThat(found(salon, salon.lea(), "monoï")).isTrue();
        assertThat(found(salon, salon.sophie(), "0639980012")).isTrue();
    }

    private Salon withMarieEverywhere() {
        var salon = aSalon();
        var marie = salon.marie();
        var diary = save(Diary.ofTeam(salon.id(), "Épilation"));
        var stop = marie.says("Sans monoï");
        var booking = BookingId.of(Ids.next());
        marie.tell(
                Topic.ASSISTANT,
                new BookingRequested(
                        booking,
                        marie.id(),
                        List.of(diary.manicure().service()),
                        null,
                        Diary.at(3, "10:00"),
                        "Marie",
                        PHONE,
                        null));
        marie.tell(
                Topic.ASSISTANT,
                new LeadCaptured(LeadId.of(Ids.next()), marie.id(), "Marie", null, PHONE, "Un soin", List.of()));
        marie.tell(
                Topic.OUTBOUND,
                new StopSending(marie.id(), salon.channel().id(), "whatsapp:" + PHONE, stop, "STOP", null));
        events.await(
                Topic.CHANGES, BookingConfirmed.class, it -> it.booking().id().equals(booking));
        events.await(
                Topic.CHANGES,
                LeadRecorded.class,
                it -> it.lead().conversation().equals(marie.id()));
        marie.awaitRow(it -> it.optedOutAt() != null);
        return salon;
    }

    /// All that can be asked for.
    private Stream<String> readable() {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(it -> it.getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.asHttpMethod() == HttpMethod.GET))
                .flatMap(it -> it.getPatternsCondition().getPatterns().stream())
                .map(Object::toString)
                .filter(it -> it.startsWith("/api/") && !it.contains("openapi") && !it.endsWith(".ics"));
    }

    /// Marie's conversation, and nothing of anything else.
    private static String filled(String path, String conversation) {
        return path.replace("/conversations/{id}", "/conversations/" + conversation)
                .replaceAll("\\{[^}]*}", "01890a5d-ac96-774b-bcce-b302099a8057");
    }

    private static void mask(Salon salon, boolean masked) {
        salon.asSophie(HttpMethod.PUT, "/api/settings/privacy")
                .bodyValue("""
                        {"messageDays":730,"mediaDays":365,"leadDays":1095,"reasonDays":90,"invitationDays":90,
                         "phonesMasked":%s,"version":1}""".formatted(masked))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static boolean found(Salon salon, Member member, String words) {
        return told(salon, member, "/api/conversations?q=" + words)
                .contains(salon.marie().id().toString());
    }

    private static String told(Salon salon, Member member, String path) {
        var body = salon.as(member, HttpMethod.GET, path)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        return Objects.requireNonNullElse(body.getResponseBody(), "");
    }
}
