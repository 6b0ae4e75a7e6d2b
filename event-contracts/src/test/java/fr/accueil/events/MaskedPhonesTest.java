package fr.accueil.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedPhonesTest {

    @ParameterizedTest
    @CsvSource({
        "+33639980012, +336••••••12",
        "whatsapp:+33639980012, whatsapp:+336••••••12",
        "06 39 98 00 12, 06••••••12",
        "0639980012, 06••••••12"
    })
    void a_number_keeps_its_beginning_and_its_end(String number, String masked) {
        assertThat(MaskedPhones.of(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Marie",
                "Appelez-moi au 06 39 98 00 12",
                "whatsapp:FR.4081726354091827",
                "2026-03-10T09:15:00Z",
                "0199a7c2-5b1e-7d3a-9f00-3c2b1a0d9e8f",
                "69003",
                "12345678901234"
            })
    void what_is_no_number_as_a_whole_stays(String text) {
        assertThat(MaskedPhones.of(text)).isEqualTo(text);
    }

    @Test
    void they_are_found_wherever_they_stand() {
        var json = Wire.json().readTree("""
                        {"customer":{"phone":"+33639980012"},"items":[{"slots":{"phone":"0639980012"},"n":3}],
                         "body":"Au 0639980012"}""");

        assertThat(MaskedPhones.in(json).toString())
                .isEqualTo(
                        "{\"customer\":{\"phone\":\"+336••••••12\"},\"items\":[{\"slots\":{\"phone\":\"06••••••12\"},\"n\":3}],\"body\":\"Au 0639980012\"}");
    }
}
