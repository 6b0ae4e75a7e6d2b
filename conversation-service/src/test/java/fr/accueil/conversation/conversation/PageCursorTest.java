package fr.accueil.conversation.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accueil.conversation.problem.RequestRefused;
import fr.accueil.events.Ids;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCursorTest {

    @Test
    void comes_back_as_it_went() {
        var cursor = new PageCursor(Instant.parse("2026-11-22T09:00:00.123456Z"), Ids.next());

        assertThat(PageCursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @Test
    void none_is_the_first_page() {
        assertThat(PageCursor.parse(null)).isNull();
        assertThat(PageCursor.parse("")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "é", "' or 1=1", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void one_that_is_not_ours_is_refused(String text) {
        assertThatThrownBy(() -> PageCursor.parse(text)).isInstanceOf(RequestRefused.class);
    }
}
