package fr.accueil.notification.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.delivery.AttemptState;
import fr.accueil.notification.delivery.SendOutcome;
import fr.accueil.notification.delivery.Sighting;
import fr.accueil.notification.twilio.TwilioStub.Behaviour;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/// Whether a call was taken, Twilio's list knows.
class TwilioLookUpTest extends TwilioCalling {

    @Test
    void what_was_taken_is_found_by_recipient_text_and_date() {
        twilio.will(Behaviour.takeAndFail(500));
        var dispatch = dispatch("Bonjour\nà demain");
        send(dispatch);

        assertThat(find(dispatch, Set.of()))
                .isEqualTo(new Sighting.Seen(twilio.posted().getFirst().sid(), AttemptState.ACCEPTED, null));
    }

    @Test
    void what_was_not_taken_is_not_found() {
        twilio.will(Behaviour.refuse(500, 20500));
        var dispatch = dispatch("Bonjour");
        send(dispatch);

        assertThat(find(dispatch, Set.of())).isEqualTo(new Sighting.NotSeen());
    }

    @Test
    void the_same_text_of_another_call_is_not_taken_for_it() {
        var earlier = dispatch("Oui");
        send(earlier);
        var sid = twilio.posted().getFirst().sid();

        assertThat(find(dispatch("Oui"), Set.of(sid))).isEqualTo(new Sighting.NotSeen());
        assertThat(find(dispatch("Non"), Set.of())).isEqualTo(new Sighting.NotSeen());
    }

    @Test
    void the_same_text_of_an_earlier_day_is_not_taken_for_it() {
        var dispatch = dispatch("Oui");
        send(dispatch);

        assertThat(whatsApp.requestSighting(dispatch, Instant.now().plusSeconds(2), Set.of())
                        .block())
                .isEqualTo(new Sighting.NotSeen());
    }

    @Test
    void a_list_that_cannot_be_read_says_nothing() {
        twilio.close();

        whatsApp.requestSighting(dispatch("Bonjour"), Instant.now(), Set.of())
                .as(StepVerifier::create)
                .expectNextMatches(Sighting.NotLookedUp.class::isInstance)
                .verifyComplete();
    }

    @Test
    void while_a_token_is_replaced_the_other_is_tried_and_one_message_goes_out() {
        twilio.accept("older");
        var rotating =
                new Channel(CHANNEL.id(), CHANNEL.tenant(), CAMELIA, CHANNEL.accountSid(), List.of("newest", "older"));
        var dispatch = dispatch(rotating, "Bonjour", null);

        assertThat(send(dispatch)).isInstanceOf(SendOutcome.Taken.class);
        assertThat(twilio.taken(MARIE)).hasSize(1);
        assertThat(find(dispatch, Set.of())).isInstanceOf(Sighting.Seen.class);
    }
}
