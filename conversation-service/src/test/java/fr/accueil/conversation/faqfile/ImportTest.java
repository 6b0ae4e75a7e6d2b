package fr.accueil.conversation.faqfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditEntry;
import fr.accueil.conversation.audit.AuditPage;
import fr.accueil.conversation.faq.FaqPage;
import fr.accueil.conversation.faq.FaqSettings;
import fr.accueil.conversation.faq.FaqView;
import fr.accueil.conversation.faqfile.ImportPreview.ImportCounts;
import fr.accueil.conversation.faqfile.ImportPreview.ImportLine;
import fr.accueil.conversation.faqfile.ImportPreview.State;
import fr.accueil.conversation.problem.Problem.FieldError;
import fr.accueil.events.Topic;
import fr.accueil.events.Wire;
import fr.accueil.events.WorkspaceEvent.FaqSaved;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class ImportTest extends ServiceTest {

    private static final String FILE = """
            question;réponse;variantes;catégorie;active
            Vous fermez en août ?;Non.;Ouvert l'été ?;Horaires;oui
            Vous êtes où ?;12 rue des Lilas.;;;non
            """;

    @Autowired
    FaqSettings settings;

    private Salon salon;

    @BeforeEach
    void a_salon() {
        salon = aSalon();
    }

    @Test
    void a_preview_saves_nothing() {
        var preview = preview(FILE);

        assertThat(preview.saved()).isFalse();
        assertThat(preview.counts()).isEqualTo(new ImportCounts(2, 0, 0, 0, 0));
        assertThat(preview.lines().getFirst())
                .isEqualTo(new ImportLine(2, "Vous fermez en août ?", State.NEW, List.of()));
        assertThat(faqs()).isEmpty();
        assertThat(audited()).isEmpty();
    }

    @Test
    void what_is_imported_is_there_in_the_order_of_the_file_and_the_assistant_is_told() {
        var done = committed(FILE);

        assertThat(done.saved()).isTrue();
        assertThat(faqs()).extracting(FaqView::question).containsExactly("Vous fermez en août ?", "Vous êtes où ?");
        assertThat(faqs()).extracting(FaqView::enabled).containsExactly(true, false);
        var told = events.await(
                Topic.FAQS,
                FaqSaved.class,
                it -> it.faq().equals(faqs().getFirst().id()));
        assertThat(told.variants()).containsExactly("Ouvert l'été ?");
        assertThat(audited()).singleElement().satisfies(it -> {
            assertThat(it.action()).isEqualTo(Action.FAQS_IMPORTED);
            assertThat(it.label()).isEqualTo("Nouvelles : 2, modifiées : 0, inchangées : 0");
        });
    }

    @Test
    void known_questions_are_changed_or_unchanged_and_repeated_ones_are_recognised() {
        committed(FILE);
        var before = faqs();

        var done = committed("""
                question,answer
                vous fermez en AOUT,"Oui, du 1er au 15."
                Vous êtes où ?,12 rue des Lilas.
                VOUS ETES OU,Ailleurs.
                Et le dimanche ?,Non.
                """);

        assertThat(done.counts()).isEqualTo(new ImportCounts(1, 1, 1, 1, 0));
        assertThat(done.lines().get(2).errors())
                .containsExactly(new FieldError("question", "Même question qu'à la ligne 3, qui seule est gardée."));
        assertThat(faqs()).hasSize(3).first().satisfies(it -> {
            assertThat(it.id()).isEqualTo(before.getFirst().id());
            assertThat(it.answer()).isEqualTo("Oui, du 1er au 15.");
            assertThat(it.variants()).containsExactly("Ouvert l'été ?");
            assertThat(it.category()).isEqualTo("Horaires");
            assertThat(it.version()).isEqualTo(2);
        });
        assertThat(faqs().get(1)).isEqualTo(before.get(1));
    }

    @Test
    void one_wrong_line_and_nothing_is_saved() {
        var file = FILE + "ab;;x|Ouvert ?;;peut-être\n";

        var told = body(send(file, true).expectStatus().isEqualTo(422));

        assertThat(told.saved()).isFalse();
        assertThat(told.counts()).isEqualTo(new ImportCounts(2, 0, 0, 0, 1));
        assertThat(told.lines().getLast().line()).isEqualTo(4);
        assertThat(told.lines().getLast().errors())
                .extracting(FieldError::field)
                .containsExactly("answer", "question", "variants[0]", "enabled");
        assertThat(faqs()).isEmpty();
        assertThat(preview(file)).isEqualTo(told);
    }

    @Test
    void a_file_that_is_none_is_refused_with_a_reason() {
        send("titre;texte\nOuvert ?;Oui.", false)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("file");
        send("", true).expectStatus().isBadRequest();
        send("a".repeat(2 * 1024 * 1024 + 1), false)
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("Le fichier dépasse 2 Mo.");
        salon.asSophie(HttpMethod.POST, "/api/faqs/import")
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    @Test
    void what_is_exported_can_be_imported_elsewhere() {
        committed(FILE + "=1+1 ?;'=2;-ab | +bc;@c;oui\n");
        var exported = salon.asSophie(HttpMethod.GET, "/api/faqs/export")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"questions-frequentes.csv\"")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        var text = new String(Objects.requireNonNull(exported), StandardCharsets.UTF_8);

        assertThat(text).startsWith("\uFEFFquestion;").contains("'=1+1 ?;'=2;'-ab | +bc;'@c;oui");
        assertThat(audited().getFirst().action()).isEqualTo(Action.FAQS_EXPORTED);
        assertThat(preview(text).counts()).isEqualTo(new ImportCounts(0, 0, 3, 0, 0));
        salon = aSalon();
        assertThat(committed(text).counts()).isEqualTo(new ImportCounts(3, 0, 0, 0, 0));
        assertThat(faqs().getLast().answer()).isEqualTo("=2");
    }

    @Test
    void the_sample_can_be_imported() {
        var sample = salon.as(salon.lea(), HttpMethod.GET, "/api/faqs/sample.csv")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();

        assertThat(preview(new String(Objects.requireNonNull(sample), StandardCharsets.UTF_8))
                        .counts())
                .isEqualTo(new ImportCounts(3, 0, 0, 0, 0));
    }

    @Test
    void five_thousand_lines_take_seconds() {
        var different = Math.min(FaqFile.MOST_LINES, settings.atMost());
        var file = new StringBuilder("question;réponse;variantes;catégorie\n");
        for (int i = 0; i < FaqFile.MOST_LINES; i++) {
            file.append("Que répondez-vous à la question numéro ")
                    .append(i % different)
                    .append(" ?;Nous répondons que cela dépend du jour, de l'heure et de la saison : écrivez-nous.")
                    .append(";Et la question ")
                    .append(i)
                    .append(" ? | Dites-moi tout sur ")
                    .append(i)
                    .append(";Divers\n");
        }

        var begun = Instant.now();
        var done = committed(file.toString());

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(done.counts()).isEqualTo(new ImportCounts(different, 0, 0, FaqFile.MOST_LINES - different, 0));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(events.seen(Topic.FAQS, FaqSaved.class).stream()
                                .filter(it -> it.tenant().equals(salon.id())))
                        .hasSize(different));
        if (different < FaqFile.MOST_LINES) {
            assertThat(preview("question;réponse\nUne de trop ?;Oui.").counts().wrong())
                    .isEqualTo(1);
        }
    }

    private ImportPreview preview(String file) {
        return body(send(file, false).expectStatus().isOk());
    }

    private ImportPreview committed(String file) {
        return body(send(file, true).expectStatus().isOk());
    }

    private ResponseSpec send(String file, boolean commit) {
        return salon.asSophie(HttpMethod.POST, "/api/faqs/import?commit=" + commit)
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue(file.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    private static ImportPreview body(ResponseSpec response) {
        var answer = Objects.requireNonNull(
                DataBufferUtils.join(response.returnResult(DataBuffer.class).getResponseBody())
                        .block(PATIENCE));
        return Wire.json().readValue(answer.asInputStream(true), ImportPreview.class);
    }

    private List<FaqView> faqs() {
        return Objects.requireNonNull(salon.asSophie(HttpMethod.GET, "/api/faqs?limit=500")
                        .exchange()
                        .expectBody(FaqPage.class)
                        .returnResult()
                        .getResponseBody())
                .items();
    }

    private List<AuditEntry> audited() {
        return Objects.requireNonNull(salon.asSophie(HttpMethod.GET, "/api/audit")
                        .exchange()
                        .expectBody(AuditPage.class)
                        .returnResult()
                        .getResponseBody())
                .items();
    }
}
