package fr.accueil.language.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConceptsTest {

    @Test
    void customers_and_owners_words_for_one_thing_are_one_concept() {
        assertThat(named("c gratos ?", "free")).isTrue();
        assertThat(named("Le devis est offert.", "free")).isTrue();
    }

    @Test
    void holiday_vouchers_are_no_cheques() {
        assertThat(named("vous prenez les chèques vacances ?", "cheque")).isFalse();
        assertThat(named("vous prenez les chèques vacances ?", "voucher")).isTrue();
        assertThat(named("vous prenez les chèques ?", "cheque")).isTrue();
    }

    @Test
    void cb_asks_how_much_but_la_cb_is_the_card() {
        assertThat(named("cb un balayage", "price")).isTrue();
        assertThat(named("vous prenez la cb", "price")).isFalse();
        assertThat(named("vous prenez la cb", "card")).isTrue();
    }

    @Test
    void opening_hours_carry_every_day_but_no_holiday() {
        assertThat(carried("Du mardi au samedi de 9h à 19h.", "sunday")).isTrue();
        assertThat(carried("Du mardi au samedi de 9h à 19h.", "summer")).isFalse();
    }

    @Test
    void an_amount_carries_a_price() {
        assertThat(carried("La coupe est à 26 €.", "price")).isTrue();
        assertThat(carried("La coupe commence par un shampoing.", "price")).isFalse();
    }

    private static boolean named(String text, String concept) {
        return contains(Concepts.in(Words.of(text)), concept);
    }

    private static boolean carried(String text, String concept) {
        return contains(Carried.in(text, Concepts.in(Words.of(text))), concept);
    }

    private static boolean contains(int[] concepts, String concept) {
        return Arrays.stream(concepts).anyMatch(found -> found == Concepts.named(concept));
    }
}
