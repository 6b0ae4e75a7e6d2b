package fr.accueil.notification.errors;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.notification.errors.ErrorRule.Action;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

class ErrorTableTest {

    private static final ClassPathResource SPECIFICATION = new ClassPathResource("twilio-codes.md");
    private static final Pattern CODE = Pattern.compile("\\b\\d{5}\\b");

    private final ErrorTable table;

    ErrorTableTest() throws IOException {
        var sources = new MutablePropertySources();
        new YamlPropertySourceLoader()
                .load("errors", new ClassPathResource("twilio-errors.yml"))
                .forEach(sources::addLast);
        table = new Binder(ConfigurationPropertySources.from(sources))
                .bind("accueil.errors", ErrorTable.class)
                .get();
    }

    @Test
    void every_code_of_the_specification_has_its_rule() throws IOException {
        var codes = codesIn(SPECIFICATION.getContentAsString(StandardCharsets.UTF_8));

        assertThat(codes).hasSizeGreaterThan(30);
        assertThat(table.codes().keySet()).containsAll(codes);
    }

    @Test
    void every_sentence_is_one_that_a_manager_can_read() {
        assertThat(table.codes().values())
                .allSatisfy(
                        rule -> assertThat(rule.sentence()).endsWith(".").doesNotContainPattern("[0-9]{5}|Error|HTTP"));
    }

    @ParameterizedTest
    @ValueSource(ints = {21610, 63014})
    void who_wants_no_more_gets_no_more(int code) {
        assertThat(rule(code).suppresses()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 20003, 63038})
    void what_is_wrong_with_a_sender_holds_all_its_messages_and_burns_none(int code) {
        assertThat(rule(code).holds()).isTrue();
        assertThat(rule(code).action()).isEqualTo(Action.WAIT);
    }

    @ParameterizedTest
    @ValueSource(ints = {20500, 20503})
    void what_may_have_been_taken_is_looked_up(int code) {
        assertThat(rule(code).action()).isEqualTo(Action.UNKNOWN);
    }

    private ErrorRule rule(int code) {
        return table.find(code).orElseThrow();
    }

    /// Of the table's first column.
    private static Set<Integer> codesIn(String specification) {
        var codes = new TreeSet<Integer>();
        specification
                .lines()
                .filter(it -> it.startsWith("|"))
                .map(it -> it.split("\\|")[1])
                .forEach(it -> CODE.matcher(it).results().forEach(code -> codes.add(Integer.valueOf(code.group()))));
        return codes;
    }
}
