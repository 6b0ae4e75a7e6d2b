package fr.accueil.conversation.readyfaq;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.faq.FaqRequest;
import fr.accueil.conversation.question.SameQuestion;
import fr.accueil.events.WorkspaceEvent.Vertical;
import jakarta.validation.Validation;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The files that who writes well can edit.
class ReadyFaqTest {

    private static final Pattern MARK = Pattern.compile("\\{[^}]*}");

    @ParameterizedTest
    @EnumSource
    void each_trade_has_ten_that_differ(Vertical vertical) {
        var all = ReadyFaq.of(vertical);

        assertThat(all).hasSize(10);
        assertThat(all).extracting(ReadyFaq::key).doesNotHaveDuplicates();
        assertThat(all.stream()
                        .flatMap(it -> Stream.concat(Stream.of(it.question()), it.variants().stream()))
                        .map(SameQuestion::plain))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void they_can_be_saved_and_are_found_by_several_ways_to_ask(Vertical vertical) {
        try (var validation = Validation.buildDefaultValidatorFactory()) {
            for (var ready : ReadyFaq.of(vertical)) {
                assertThat(ready.variants()).as(ready.key()).hasSizeBetween(4, 8);
                for (var answer : new String[] {ready.vous(), ready.tu()}) {
                    var request = new FaqRequest(ready.question(), answer, ready.variants(), ready.category(), true);
                    assertThat(validation.getValidator().validate(request))
                            .as(ready.key())
                            .isEmpty();
                    assertThat(answer).as(ready.key()).hasSizeLessThan(500);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void vous_and_tu_are_not_mixed_and_leave_the_same_blank(Vertical vertical) {
        for (var ready : ReadyFaq.of(vertical)) {
            assertThat(ready.vous()).as(ready.key()).doesNotContainPattern("(?iU)\\b(tu|toi|ton|ta|tes)\\b|\\bt'");
            assertThat(ready.tu()).as(ready.key()).doesNotContainPattern("(?iU)(?<!rendez-)\\b(vous|votre|vos)\\b");
            assertThat(marks(ready.tu())).containsExactlyElementsOf(marks(ready.vous()));
            assertThat(marks(ready.vous()))
                    .allMatch(mark ->
                            Stream.of(Blank.values()).anyMatch(it -> it.mark().equals(mark)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void signs_do_not_stand_alone_on_a_line(Vertical vertical) {
        for (var ready : ReadyFaq.of(vertical)) {
            for (var text :
                    new String[] {ready.question(), ready.vous(), ready.tu(), String.join("", ready.variants())}) {
                assertThat(text).doesNotContainPattern(" [?!:;»]|« ");
            }
        }
    }

    private static List<String> marks(String text) {
        return MARK.matcher(text).results().map(it -> it.group()).toList();
    }
}
