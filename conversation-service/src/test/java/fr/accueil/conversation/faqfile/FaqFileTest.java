package fr.accueil.conversation.faqfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accueil.conversation.faq.Faq;
import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class FaqFileTest {

    private static final String TWO_LINES =
            "question;réponse;variantes\r\nOuvert à Noël ?;Non – fermé.;Noël ? | Fêtes ?\r\n";

    static final List<Arguments> encodings = Stream.of(
                    TWO_LINES.getBytes(StandardCharsets.UTF_8),
                    ("\uFEFF" + TWO_LINES).getBytes(StandardCharsets.UTF_8),
                    TWO_LINES.getBytes(Charset.forName("windows-1252")),
                    TWO_LINES.getBytes(StandardCharsets.UTF_16))
            .map(Arguments::of)
            .toList();

    @ParameterizedTest
    @FieldSource("encodings")
    void what_spreadsheets_write_is_read(byte[] file) {
        assertThat(FaqFile.read(file))
                .containsExactly(
                        new FaqLine(2, "Ouvert à Noël ?", "Non – fermé.", List.of("Noël ? ", " Fêtes ?"), null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "question,réponse,active\nOuvert ?,\"Oui, le \"\"matin\"\"\n; et le soir.\",non",
                "Active\tRÉPONSE\tQuestion\nnon\t\"Oui, le \"\"matin\"\"\n; et le soir.\"\tOuvert ?",
                "enabled;Answer;QUESTION;remarque\n;;;\nnon;\"Oui, le \"\"matin\"\"\n; et le soir.\";Ouvert ?;interne"
            })
    void columns_stand_in_any_order_with_any_separator(String file) {
        assertThat(read(file)).singleElement().satisfies(it -> {
            assertThat(it.question()).isEqualTo("Ouvert ?");
            assertThat(it.answer()).isEqualTo("Oui, le \"matin\"\n; et le soir.");
            assertThat(it.toRequest(null).enabled()).isFalse();
            assertThat(it.variants()).isNull();
        });
    }

    @Test
    void a_line_is_named_by_where_it_begins_in_the_file() {
        assertThat(read("question;réponse\n\nUn ?;\"a\nb\"\n\nDeux ?;c"))
                .extracting(FaqLine::line)
                .containsExactly(3L, 6L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "question;texte~Ouvert ?;Oui|« réponse »",
                "titre;texte~Ouvert ?;Oui|« question » et « réponse »",
                "question;réponse;answer~Ouvert ?;Oui;Non|deux fois",
                "question;réponse|aucune question",
                "''|aucune question",
                "question;réponse~Ouvert ?;\"Oui~Fermé ?;Non|guillemet",
                "PK\u0003\u0004…|classeur"
            })
    void a_file_that_cannot_be_read_is_refused_with_the_reason(String file, String reason) {
        assertThatThrownBy(() -> read(file.replace('~', '\n')))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining(reason);
    }

    @Test
    void no_more_lines_than_anybody_writes() {
        assertThatThrownBy(() -> read("question;réponse\n" + "a;b\n".repeat(5001)))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("5\u00a0000");
        assertThat(read("question;réponse\n" + "a;b\n".repeat(5000))).hasSize(5000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33 1", "-5 %", "@moi", "\tA", "\rA", "'=1+1", "''-1"})
    void a_spreadsheet_computes_nothing(String text) {
        assertThat(Cell.harmless(text)).isEqualTo("'" + text);
        assertThat(Cell.written("'" + text)).isEqualTo(text);
        assertThat(new String(FaqFile.write(List.of(faq(text))), StandardCharsets.UTF_8))
                .contains("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C'est où ?", "'entre guillemets'", "1+1", ""})
    void other_texts_stay_as_they_are(String text) {
        assertThat(Cell.harmless(text)).isEqualTo(text);
        assertThat(Cell.written(text)).isEqualTo(text);
    }

    @Test
    void the_file_opens_in_excel() {
        var text = new String(FaqFile.write(List.of(faq("Ouvert ?"))), StandardCharsets.UTF_8);

        assertThat(text).isEqualTo("\uFEFFquestion;réponse;variantes;catégorie;active\r\nOuvert ?;Oui.;;;oui\r\n");
    }

    @Test
    void the_sample_is_read_as_it_is_meant() throws Exception {
        var lines = FaqFile.read(new ClassPathResource("faq/sample.csv").getContentAsByteArray());

        assertThat(lines).hasSize(3).noneMatch(FaqLine::isUndecided);
        assertThat(lines.getFirst().toRequest(null).variants())
                .containsExactly("Y a-t-il un parking ?", "Où stationner ?", "C'est facile de se garer ?");
        assertThat(lines.getLast().toRequest(null).enabled()).isFalse();
    }

    private static Faq faq(String question) {
        return new Faq(FaqId.of(Ids.next()), TenantId.of(Ids.next()), question, "Oui.", List.of(), true);
    }

    private static List<FaqLine> read(String file) {
        return FaqFile.read(file.getBytes(StandardCharsets.UTF_8));
    }
}
