package fr.accueil.conversation.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.suggestion.Suggestions.SuggestedOffer;
import fr.accueil.events.Wire;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

class SuggestionsTest extends ServiceTest {

    private Salon salon;

    @BeforeEach
    void a_salon() {
        salon = aSalon();
    }

    /// Whoever only nods in the wizard has a business that can be booked.
    @ParameterizedTest
    @CsvSource({"beauty, 18, Coupe femme", "services, 14, Dépannage électrique"})
    void each_trade_has_its_own_and_all_of_them_can_be_saved_as_they_are(String trade, int count, String one) {
        isOf(trade);

        var suggestions = suggestions();

        assertThat(suggestions.services())
                .hasSize(count)
                .extracting(SuggestedOffer::name)
                .contains(one);
        assertThat(suggestions.week()).isNotEmpty().allMatch(it -> it.periods().size() == 2);
        suggestions.services().forEach(this::isSaved);
        isSaved(suggestions);
    }

    private void isOf(String trade) {
        salon.asSophie(HttpMethod.PUT, "/api/settings")
                .bodyValue("""
                        {"name":"Chez Sophie","vertical":"%s","timeZone":"Europe/Paris","formal":true,"version":1}""".formatted(trade))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private Suggestions suggestions() {
        return Objects.requireNonNull(salon.asSophie(HttpMethod.GET, "/api/suggestions")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Suggestions.class)
                .returnResult()
                .getResponseBody());
    }

    private void isSaved(SuggestedOffer service) {
        var body = Wire.json().valueToTree(service).asObject().put("bookable", true);
        salon.asSophie(HttpMethod.POST, "/api/services")
                .bodyValue(body.toString())
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private void isSaved(Suggestions suggestions) {
        var hours = Map.of(
                "holidayRegion", suggestions.holidayRegion(),
                "workedHolidays", List.of(),
                "week", suggestions.week(),
                "exceptions", List.of(),
                "practitioners", List.of(),
                "seats", 1,
                "rules", Map.of("leadMinutes", 120, "horizonDays", 90, "gridMinutes", 15, "strictGrid", false),
                "version", 0);
        salon.asSophie(HttpMethod.PUT, "/api/hours")
                .bodyValue(Wire.json().writeValueAsString(hours))
                .exchange()
                .expectStatus()
                .isOk();
    }
}
