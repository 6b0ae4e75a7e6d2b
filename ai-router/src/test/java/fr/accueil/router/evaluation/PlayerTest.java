package fr.accueil.router.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.router.evaluation.SampleSet.Scenario;
import fr.accueil.router.evaluation.SampleSet.ServiceLine;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/// It is Tuesday 10 March 2026, 10:15; Marie and Paul book brows and nails.
class PlayerTest {

    private static final String THURSDAY_AT_FIVE =
            "{'service':'brows','start':'2026-03-12T17:00','name':'Marie Curie'}";
    private static final String FACTS =
            "{'service':'service=brows','date':'date=2026-03-12','time':'time=17:00','name':'name=Marie_Curie','confirm':'yes'}";

    private final ScriptedEngine engine = new ScriptedEngine();

    @Test
    void what_the_assistant_asks_and_the_turn_does_not_give_is_answered_from_the_facts() {
        var played = play("""
                {'facts':%s,'turns':[
                  {'user':'booking service=brows','gives':['service'],'expect':{'flow':'booking'}},
                  {'user':'yes','gives':['confirm'],'expect':{'event':'booking_created','flow':'none'}}],
                 'final':{'bookings':[%s]}}""".formatted(FACTS, THURSDAY_AT_FIVE));

        assertThat(played.endFailures()).isEmpty();
        assertThat(played.turns()).allMatch(PlayedTurn::isRight);
        assertThat(played.turns().getLast().outcome()).isNotNull();
        assertThat(engine.texts()).contains("name=Marie_Curie");
    }

    @Test
    void what_is_stored_already_is_skipped_and_after_the_last_turn_the_facts_go_on() {
        var played = play("""
                {'facts':%s,'turns':[
                  {'user':'booking service=brows date=2026-03-12 time=17:00','gives':['service','date','time']},
                  {'user':'date=2026-03-12','gives':['date'],'expect':{'flow':'quote'}}],
                 'final':{'bookings':[%s]}}""".formatted(FACTS, THURSDAY_AT_FIVE));

        assertThat(played.turns().getLast().outcome()).isNull();
        assertThat(played.turns().getLast().toMap()).containsEntry("skipped", true);
        assertThat(played.endFailures()).isEmpty();
    }

    @Test
    void a_key_turn_is_played_as_it_is_whatever_the_assistant_asks() {
        play("""
                {'facts':%s,'turns':[
                  {'user':'booking service=brows','gives':['service']},
                  {'user':'thanks','key':true}],
                 'final':{}}""".formatted(FACTS));

        assertThat(engine.texts().subList(0, 2)).containsExactly("booking service=brows", "thanks");
    }

    @Test
    void an_assistant_that_never_understands_the_facts_is_not_asked_for_ever() {
        var played = play("""
                {'facts':{'service':'gibberish','date':'gibberish','time':'gibberish','name':'gibberish'},'turns':[
                  {'user':'booking service=brows','gives':['service']}],
                 'final':{'bookings':[]}}""");

        assertThat(played.endFailures()).isEmpty();
        assertThat(engine.texts()).hasSizeLessThan(10);
    }

    @Test
    void the_same_delivery_twice_is_one_message() {
        var played = play("""
                {'facts':%s,'turns':[
                  {'user':'booking service=brows date=2026-03-12 time=17:00 name=Marie_Curie','key':true},
                  {'user':'yes','key':true,'message_id':'wamid.1'},
                  {'user':'yes','key':true,'message_id':'wamid.1','expect':{'silent':true,'no_event':['booking_created']}}],
                 'final':{'bookings':[%s]}}""".formatted(FACTS, THURSDAY_AT_FIVE));

        assertThat(played.isStrictlyRight()).isTrue();
    }

    @Test
    void a_slot_that_stands_before_is_refused_where_only_one_customer_fits() {
        assertThat(refused("'capacity':1,")).isTrue();
        assertThat(refused("'capacity':2,")).isFalse();
    }

    @Test
    void without_a_capacity_the_slots_that_stand_before_are_not_free_either() {
        assertThat(refused("")).isTrue();
    }

    private boolean refused(String capacity) {
        var played = play("""
                {'facts':{},'setup':{%s'bookings':[{'service':'nails','start':'2026-03-12T17:00','name':'Ada'}]},'turns':[
                  {'user':'booking service=brows date=2026-03-12 time=17:00 name=Marie_Curie','key':true,
                   'expect':{'rejects':'slot_taken'}}],
                 'final':{'bookings':[]}}""".formatted(capacity));
        assertThat(played.end().active()).isEmpty();
        return played.turns().getFirst().isRight();
    }

    @Test
    void a_visit_in_the_customers_own_name_is_theirs_to_cancel() {
        var played = play("""
                {'facts':{'name':'Marie Curie','confirm':'yes'},'setup':{'bookings':[%s]},'turns':[
                  {'user':'cancel_booking','key':true,'expect':{'flow':'booking'}},
                  {'user':'yes','gives':['confirm'],'expect':{'event':'booking_cancelled','flow':'none'}}],
                 'final':{'bookings':[],'cancelled':[%s]}}""".formatted(THURSDAY_AT_FIVE, THURSDAY_AT_FIVE));

        assertThat(played.endFailures()).isEmpty();
        assertThat(played.turns()).allMatch(PlayedTurn::isRight);
    }

    @Test
    void the_assistant_is_silent_under_a_person_and_speaks_when_the_thread_is_given_back() {
        var played = play("""
                {'facts':{},'turns':[
                  {'user':'human','key':true,'expect':{'event':'escalated','flow':'human','silent':false}},
                  {'actor':'human_agent','text':'Bonjour !','expect':{'flow':'human'}},
                  {'user':'greeting','key':true,'expect':{'silent':true,'flow':'human'}},
                  {'actor':'system','text':'handover_closed','expect':{'flow':'none'}},
                  {'user':'greeting','at':'2026-03-11T11:00+01:00','key':true,
                   'expect':{'silent':false,'intent':'greeting','flow':'none'}}],
                 'final':{'bookings':[],'leads':[],'escalated':true,'opted_out':false}}""");

        assertThat(played.turns()).allMatch(PlayedTurn::isRight);
        assertThat(played.isStrictlyRight()).isTrue();
    }

    @Test
    void two_customers_are_kept_apart() {
        var played = play("""
                {'facts':{'marie':%s,'paul':{'name':'name=Paul_Valéry','date':'date=2026-03-13','time':'time=10:00','confirm':'yes'}},
                 'turns':[
                  {'from':'marie','user':'booking service=brows','gives':['service']},
                  {'from':'paul','user':'booking service=nails','gives':['service'],
                   'expect':{'slots':{'service':'nails'}}},
                  {'from':'marie','user':'greeting','key':true,'expect':{'slots':{'service':'brows'}}}],
                 'final':{'bookings':[%s,{'service':'nails','start':'2026-03-13T10:00','name':'Paul Valéry'}]}}""".formatted(FACTS, THURSDAY_AT_FIVE));

        assertThat(played.isStrictlyRight()).isTrue();
    }

    @Test
    void more_bookings_than_were_asked_for_are_a_failure_by_themselves() {
        var played = play("""
                {'facts':{},'turns':[
                  {'user':'booking service=brows date=2026-03-12 time=17:00 name=Marie_Curie','key':true},
                  {'user':'yes','key':true},
                  {'user':'booking service=brows date=2026-03-12 time=17:00 name=Marie_Curie','key':true},
                  {'user':'yes','key':true}],
                 'final':{'bookings':[%s],'leads':[]}}""".formatted(THURSDAY_AT_FIVE));

        assertThat(played.grave()).isNotEmpty();
        assertThat(played.endsRight()).isFalse();
        assertThat(DialogueScore.of(List.of(played))).isEqualTo(new DialogueScore(1, 0, 0, 4, 4, 1));
    }

    @Test
    void a_flow_is_over_after_a_long_silence() {
        var played = play("""
                {'facts':{},'turns':[
                  {'user':'booking service=brows','key':true,'expect':{'flow':'booking'}},
                  {'user':'greeting','at':'2026-03-17T10:00+01:00','key':true,
                   'expect':{'flow':'none','no_event':['abandoned'],'event':'abandoned'}}],
                 'final':{'bookings':[]}}""");

        assertThat(played.turns()).allMatch(PlayedTurn::isRight);
    }

    private PlayedDialogue play(String scenario) {
        var json = Json.read(scenario.replace('\'', '"'));
        var house = House.of(
                "beauty",
                List.of(),
                List.of(
                        new ServiceLine("brows", "Sourcils", null, List.of()),
                        new ServiceLine("nails", "Ongles", 60, List.of())));
        return Player.play(
                new Scenario("d", "beauty", "", OffsetDateTime.parse("2026-03-10T10:15+01:00"), json), house, engine);
    }
}
