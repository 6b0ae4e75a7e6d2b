package fr.accueil.language.faq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessagePartsTest {

    @Test
    void two_questions_are_two_parts() {
        assertThat(MessageParts.of("combien une coupe homme ? et vous prenez les chèques ?"))
                .hasSize(2);
        assertThat(MessageParts.of("adresse du salon svp et vous fermez à quelle heure vendredi"))
                .hasSize(2);
    }

    @Test
    void one_question_has_no_parts() {
        assertThat(MessageParts.of("combien une coupe homme ?")).isEmpty();
        assertThat(MessageParts.of("et ?")).isEmpty();
        assertThat(MessageParts.of("")).isEmpty();
    }
}
