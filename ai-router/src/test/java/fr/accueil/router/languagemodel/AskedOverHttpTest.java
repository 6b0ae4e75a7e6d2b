package fr.accueil.router.languagemodel;

import static fr.accueil.router.languagemodel.FakeModel.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.router.knowledge.FaqMatch;
import fr.accueil.router.languagemodel.FakeModel.Reply;
import fr.accueil.router.understanding.Intent;
import fr.accueil.router.understanding.Language;
import fr.accueil.router.understanding.Phrasing;
import fr.accueil.router.understanding.Reading;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The model over real HTTP: what it is asked, and that whatever it does there is a reading.
class AskedOverHttpTest {

    private Reception reception = new Reception();

    @AfterEach
    void close() {
        reception.close();
    }

    @Test
    void where_the_local_engine_is_sure_nobody_else_is_asked() {
        reception.locally(
                new Reading(Intent.FAQ, 0.9, List.of(new FaqMatch(Reception.HOURS, 0.8)), Language.FRENCH, "local"));

        assertThat(reception.reads("vous ouvrez à quelle heure ?").engine()).isEqualTo("local");

        assertThat(reception.model.requests()).isEmpty();
        assertThat(reception.purse.spent()).isZero();
    }

    @Test
    void what_it_is_not_sure_of_is_settled_by_the_model_in_one_call() {
        var read = reception.reads("je peux me garer où ?");

        assertThat(read.engine()).isEqualTo("openai");
        assertThat(read.intent()).isEqualTo(Intent.FAQ);
        assertThat(read.faqs()).containsExactly(Reception.PARKING);
        assertThat(read.phrasing()).isNotNull();
        assertThat(read.phrasing().text()).isEqualTo(Reception.PARKING.answer());
        assertThat(read.phrasing().sources())
                .containsExactly(Reception.PARKING.id().toString());
        assertThat(reception.model.requests()).hasSize(1);
    }

    @Test
    void tokens_and_cost_are_recorded() {
        var usage = reception.reads("je peux me garer où ?").usage();

        assertThat(usage).isNotNull();
        assertThat(usage.model()).isEqualTo("fake-1");
        assertThat(usage.calls()).isEqualTo(1);
        assertThat(usage.inputTokens()).isPositive();
        assertThat(usage.microEuros()).isEqualTo(usage.inputTokens() + 4L * usage.outputTokens());
        assertThat(reception.purse.spent()).isEqualTo(usage.microEuros());
        assertThat(reception
                        .meters
                        .counter("accueil.model.calls", "engine", "openai")
                        .count())
                .isOne();
        assertThat(reception
                        .meters
                        .counter("accueil.model.tokens", "engine", "openai", "direction", "input")
                        .count())
                .isEqualTo(usage.inputTokens());
    }

    @Test
    void it_is_given_this_business_and_this_conversation_and_a_strict_form() {
        reception.reads("je peux me garer où ?");

        var request = reception.model.requests().getFirst();
        assertThat(request).contains("\"json_schema\"", "\"strict\"", "fake-1");
        assertThat(reception.model.turns().getFirst())
                .contains(
                        "Institut Camélia",
                        Reception.HOURS.answer(),
                        "[S1] prestation : Manucure",
                        "mardi 10 mars 2026",
                        "<client>je peux me garer où ?</client>")
                .doesNotContain(Reception.CAMELIA.toString())
                .doesNotContain(Reception.HOURS.id().toString());
    }

    @Test
    void it_is_told_the_hours_and_an_answer_may_rest_on_them_alone() {
        reception.opens(HouseWordsTest.AGENDA);
        reception.model.next(Reply.saying(reading("faq", "\"H\"", "Nous sommes ouverts le samedi de 9 h à 17 h.")));

        var read = reception.reads("et samedi vous êtes là ?");

        assertThat(reception.model.turns().getFirst()).contains("[H] ", "samedi 09:00–17:00");
        assertThat(read.answers()).isEmpty();
        assertThat(read.phrasing()).isNotNull();
        assertThat(read.phrasing().sources()).containsExactly(Phrasing.HOURS);
    }

    @Test
    void a_closed_day_cannot_be_called_open() {
        reception.opens(HouseWordsTest.AGENDA);
        reception.model.next(Reply.saying(reading("faq", "\"H\"", "Nous sommes ouverts le dimanche.")));

        assertThat(reception.reads("et dimanche vous êtes là ?").phrasing()).isNull();
    }

    @Test
    void hours_that_were_never_given_cannot_be_cited() {
        reception.model.next(Reply.saying(reading("faq", "\"H\"", "Nous sommes ouverts le samedi de 9 h à 17 h.")));

        assertThat(reception.reads("et samedi vous êtes là ?").phrasing()).isNull();
    }

    @Test
    void a_model_that_knows_no_schema_is_asked_in_words_and_may_talk_around_its_json() {
        reception.close();
        reception = new Reception("json-schema", "false");
        reception.model.next(Reply.saying("Voici :\n```json\n" + reading("faq", "\"F1\"", "") + "\n```\nVoilà !"));

        assertThat(reception.reads("je peux me garer où ?").engine()).isEqualTo("openai");
        assertThat(reception.model.requests().getFirst()).doesNotContain("\"json_schema\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mistral", "ollama", "anthropic"})
    void every_engine_speaks_to_its_address(String engine) {
        reception.close();
        reception = new Reception("engine", engine);

        var read = reception.reads("je peux me garer où ?");

        assertThat(read.engine()).isEqualTo(engine);
        assertThat(read.faqs()).containsExactly(Reception.PARKING);
        assertThat(read.usage()).isNotNull();
    }

    @Test
    void a_model_that_takes_two_seconds_is_waited_for() {
        reception.model.next(Reply.saying(reading("greeting", "", "")).after(Duration.ofSeconds(2)));

        assertThat(reception.reads("bien le bonjour chez vous").intent()).isEqualTo(Intent.GREETING);
    }

    @Test
    void a_model_that_takes_thirty_is_not() {
        reception.close();
        reception = new Reception("patience.call", "700ms");
        reception.model.always(Reply.saying(reading("greeting", "", "")).after(Duration.ofSeconds(30)));

        assertThat(reception.reads("coucou toi").engine()).isEqualTo("local");

        assertThat(reception.fallbacks(Fallback.SLOW)).isOne();
        assertThat(reception.purse.spent()).as("it may be charged all the same").isPositive();
    }

    @Test
    void nor_is_any_for_longer_than_what_is_left() {
        reception.close();
        reception = new Reception("patience.call", "30s", "patience.answer", "60s");
        reception.model.next(Reply.saying(reading("greeting", "", "")).after(Duration.ofSeconds(5)));

        var read = reception.reads(Reception.NOW.toInstant().minusMillis(58_600), "coucou toi");

        assertThat(read.engine()).isEqualTo("local");
        assertThat(reception.fallbacks(Fallback.SLOW)).isOne();
    }

    @Test
    void it_has_only_what_is_left_of_the_answers_time() {
        reception.close();
        reception = new Reception("patience.answer", "5s", "patience.worthwhile", "700ms");

        var read = reception.reads(Reception.NOW.toInstant().minusMillis(3_900), "je peux me garer où ?");

        assertThat(read.engine()).isEqualTo("local");
        assertThat(reception.fallbacks(Fallback.NO_TIME)).isOne();
        assertThat(reception.model.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429})
    void a_refusal_costs_nothing_and_leaves_the_local_reading(int status) {
        reception.model.next(Reply.status(status));

        assertThat(reception.reads("je peux me garer où ?")).isEqualTo(Reception.unsure(Intent.FAQ));

        assertThat(reception.fallbacks(Fallback.REFUSED)).isOne();
        assertThat(reception.purse.spent()).isZero();
        assertThat(reception.model.requests()).hasSize(1);
    }

    @Test
    void so_does_a_model_that_breaks() {
        reception.model.next(
                Reply.status(500), Reply.status(503), Reply.saying("…").hangingUp());

        IntStream.range(0, 3)
                .forEach(_ ->
                        assertThat(reception.reads("je peux me garer où ?")).isEqualTo(Reception.unsure(Intent.FAQ)));

        assertThat(reception.fallbacks(Fallback.BROKEN)).isEqualTo(3);
        assertThat(reception.purse.spent()).isZero();
    }

    @Test
    void and_one_that_cannot_be_reached() {
        reception.model.close();

        assertThat(reception.reads("je peux me garer où ?")).isEqualTo(Reception.unsure(Intent.FAQ));

        assertThat(reception.fallbacks(Fallback.BROKEN)).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bien sûr ! Je suis là pour vous aider.",
                "{\"intent\":\"faq\",\"confidence\":0.9,\"sour",
                "[]",
                "null",
                "{}",
                "{\"intent\":\"take_over_the_world\",\"confidence\":2}",
                "{\"intent\":[\"faq\"],\"confidence\":\"very\"}"
            })
    void what_is_no_reading_was_paid_for_and_is_not_believed(String content) {
        reception.model.next(Reply.saying(content));

        var read = reception.reads("je peux me garer où ?");

        assertThat(read.engine()).isEqualTo("local");
        assertThat(read.usage()).isNotNull();
        assertThat(reception.purse.spent()).isEqualTo(read.usage().microEuros());
        assertThat(reception.fallbacks(Fallback.UNREADABLE)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "{\"choices\":[]}", "{\"choices\":[{\"message\":{}}]}"})
    void an_envelope_that_is_none_is_survived(String body) {
        reception.model.next(Reply.raw(body));

        assertThat(reception.reads("je peux me garer où ?").engine()).isEqualTo("local");
    }

    @Test
    void words_out_of_range_cost_their_field_and_not_the_reading() {
        reception.model.next(
                Reply.saying("{\"intent\":\"GREETING\",\"confidence\":7,\"mood\":\"furieux\",\"sources\":null}"));

        var read = reception.reads("bien le bonjour chez vous");

        assertThat(read.intent()).isEqualTo(Intent.GREETING);
        assertThat(read.confidence()).isEqualTo(1);
    }

    @Test
    void a_model_that_fails_often_is_left_alone_for_a_while() {
        reception.close();
        reception = new Reception("breaker.calls", "4", "breaker.pause", "10m");
        reception.model.always(Reply.status(500));

        IntStream.range(0, 10).forEach(_ -> reception.reads("je peux me garer où ?"));

        assertThat(reception.model.requests()).hasSize(4);
        assertThat(reception.fallbacks(Fallback.PAUSED)).isEqualTo(6);
        assertThat(reception.purse.spent()).isZero();
    }

    @Test
    void and_is_tried_again_afterwards() {
        reception.close();
        reception = new Reception("breaker.calls", "2", "breaker.pause", "1ms");
        reception.model.next(Reply.status(500), Reply.status(500));
        reception.reads("je peux me garer où ?");
        reception.reads("je peux me garer où ?");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> reception.reads("je peux me garer où ?").engine().equals("openai"));
    }

    @Test
    void over_the_months_budget_the_local_engine_answers_alone() {
        reception.purse.limit(1);

        assertThat(reception.reads("je peux me garer où ?").engine()).isEqualTo("local");

        assertThat(reception.fallbacks(Fallback.OVER_BUDGET)).isOne();
        assertThat(reception.model.requests()).isEmpty();
    }
}
