package fr.accueil.router.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.router.french.WordLists;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    @Test
    void the_engine_has_read_every_line_when_it_is_over() {
        var read = new ArrayList<String>();

        new Rehearsal(new LocalReader() {
                    @Override
                    public Reading reading(Question question) {
                        read.addAll(question.messages());
                        return super.reading(question);
                    }
                })
                .play();

        assertThat(read).isEqualTo(WordLists.lines("rehearsal.txt")).hasSizeGreaterThan(20);
    }

    @Test
    void its_messages_go_by_the_roads_of_every_intent_that_starts_something() {
        var read = new ArrayList<Intent>();

        new Rehearsal(new LocalReader() {
                    @Override
                    public Reading reading(Question question) {
                        var reading = super.reading(question);
                        read.add(reading.intent());
                        return reading;
                    }
                })
                .play();

        assertThat(read)
                .containsAll(List.of(
                        Intent.FAQ,
                        Intent.BOOKING,
                        Intent.CANCEL_BOOKING,
                        Intent.QUOTE,
                        Intent.HUMAN,
                        Intent.COMPLAINT));
    }
}
