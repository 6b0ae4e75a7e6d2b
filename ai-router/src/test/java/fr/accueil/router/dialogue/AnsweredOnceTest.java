package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.Envelope;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each message is named in exactly one answer or hand-over.
class AnsweredOnceTest extends Story {

    @Test
    void a_question_gets_the_business_s_answer_under_a_first_introduction() {
        var marie = customer("Marie");

        var question = marie.writes(OPEN_ON_SATURDAY);

        var told = marie.isTold(HOURS);
        assertThat(told.body()).isEqualTo("Bonjour ! Je suis l'assistant automatique d'Institut Camélia. " + HOURS);
        assertThat(told.to()).isEqualTo(marie.address());
        assertThat(told.leaderNumber()).isEqualTo(1);
        assertThat(told.answers()).containsExactly(MessageId.of(question.id()));
        assertThat(told.freeTextUntil())
                .isEqualTo(question.time().plus(Duration.ofHours(24)).minus(Duration.ofMinutes(5)));
        assertThat(marie.isAnswered(told.message()).reasons().faqQuestion())
                .isEqualTo("Quels sont vos horaires d'ouverture ?");
        assertThat(marie.sawTyping()).hasSize(1);
    }

    @Test
    void a_burst_gets_one_answer_that_names_all_of_it() {
        var marie = customer("Marie");

        var ids = List.of(
                id(marie.writes("Bonjour")),
                id(marie.writes("vous ouvrez à quelle heure")),
                id(marie.writes("le samedi ?")));

        assertThat(marie.isTold(HOURS).answers()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(marie.told()).hasSize(1);
        assertThat(marie.sawTyping()).hasSize(1);
    }

    @Test
    void two_questions_get_both_answers() {
        var marie = customer("Marie");

        marie.writes("Bonjour ! Vous ouvrez à quelle heure le samedi ? Et vous prenez la carte ?");

        assertThat(marie.isTold(HOURS).body()).contains(CARDS);
    }

    @Test
    void a_redelivered_message_gets_no_second_answer() {
        var marie = customer("Marie");
        var question = marie.writes(OPEN_ON_SATURDAY);
        marie.isTold(HOURS);

        marie.comes(question);
        var thanks = marie.writes("merci !");

        marie.isTold("Avec plaisir");
        assertThat(marie.settled()).containsExactly(id(question), id(thanks));
    }

    @Test
    void a_draft_is_dropped_when_a_newer_message_comes_while_it_is_made() {
        var marie = customer("Marie");
        reader.hold("le dimanche");
        var first = marie.writes("vous êtes ouverts le dimanche ?");
        await().until(() -> !reader.begun("le dimanche").isEmpty());

        var second = marie.writes("pardon, le samedi, à quelle heure vous ouvrez ?");
        marie.isHeard(2);
        reader.release("le dimanche");

        assertThat(marie.isTold(HOURS).answers()).containsExactly(id(first), id(second));
        assertThat(marie.told()).hasSize(1);
        assertThat(reader.begun("le dimanche")).hasSize(2);
    }

    @Test
    void what_no_faq_settles_is_passed_on_honestly() {
        var marie = customer("Marie");

        var question = marie.writes("vous avez un jacuzzi ?");

        var over = marie.isHandedOver(HandoverReason.NO_ANSWER_KNOWN);
        assertThat(over.answers()).containsExactly(id(question));
        assertThat(marie.isTold("je transmets votre question").message()).isEqualTo(over.message());
    }

    @Test
    void a_voice_note_is_answered_honestly() {
        var marie = customer("Marie");

        var voice = marie.sends(Inbound.of(MessageKind.AUDIO, ""));

        assertThat(marie.isTold("Je ne peux pas encore écouter").answers()).containsExactly(id(voice));
        assertThat(marie.settled()).containsExactly(id(voice));
    }

    @Test
    void a_message_that_comes_late_goes_to_a_person() {
        var marie = customer("Marie");

        var late = marie.sends(Inbound.text(OPEN_ON_SATURDAY).written(Duration.ofMinutes(11)));

        assertThat(marie.isHandedOver(HandoverReason.TOO_OLD).answers()).containsExactly(id(late));
        assertThat(marie.sawTyping()).isEmpty();
    }

    @Test
    void when_the_engine_keeps_failing_a_person_answers() {
        var marie = customer("Marie");
        reader.breakOn("en panne");

        var question = marie.writes("vous dépannez quand c'est en panne ?");

        assertThat(marie.isHandedOver(HandoverReason.ASSISTANT_FAILED).answers())
                .containsExactly(id(question));
        assertThat(reader.begun("en panne")).hasSize(3);
    }

    @Test
    void a_message_that_is_not_answered_in_time_is_handed_over_once() {
        var marie = customer("Marie");
        reader.hold("trop long");

        var question = marie.writes("c'est trop long ?");
        marie.isHandedOver(HandoverReason.DEADLINE_PASSED);
        reader.release("trop long");
        marie.writes("allô ?");
        marie.isHeard(1);

        assertThat(marie.settled()).containsExactly(id(question));
        assertThat(marie.told()).hasSize(1);
    }

    private static MessageId id(Envelope envelope) {
        return MessageId.of(envelope.id());
    }
}
