package fr.accueil.conversation.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Said;
import fr.accueil.conversation.conversation.ConversationCommand.Person;
import fr.accueil.events.Author;
import fr.accueil.events.ChangeEvent;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Given what was done to a conversation, when something is asked, then this happens.
final class ConversationSpec {

    static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    static final Person SOPHIE = new Person("sophie", "Sophie Camélia");
    static final Person LEA = new Person("lea", "Léa Moreau");
    static final Correspondent MARIE = new Correspondent(
            ChannelId.of(Ids.next()),
            Ids.next(),
            new ChangeEvent.Contact("Marie Lefèvre", "+33639980012", "whatsapp:+33639980012"));

    private final Conversation before;

    private ConversationSpec(Conversation before) {
        this.before = before;
    }

    static ConversationSpec given(ConversationCommand... done) {
        var fresh = Conversation.fresh(TenantId.of(Ids.next()), ConversationId.of(Ids.next()), NINE);
        return new ConversationSpec(fresh.apply(List.of(done)));
    }

    Then when(ConversationCommand command) {
        return new Then(before, command);
    }

    record Then(Conversation before, ConversationCommand command) {

        void then(ConversationEvent... events) {
            assertThat(before.decide(command)).containsExactly(events);
        }

        void thenNothing() {
            assertThat(before.decide(command)).isEmpty();
            assertThat(before.apply(List.of(command))).isSameAs(before);
        }

        Conversation after() {
            return before.apply(List.of(command));
        }
    }

    static ConversationCommand.HearCustomer marieWrites(Message message) {
        return new ConversationCommand.HearCustomer(message, MARIE, message.at().plus(Duration.ofHours(24)));
    }

    static ConversationCommand.HearCustomer marieWrites() {
        return marieWrites(fromMarie(0));
    }

    static ConversationCommand.RecordReply assistantAnswers() {
        return new ConversationCommand.RecordReply(message(Author.assistant(), 1), MARIE);
    }

    static ConversationCommand.Write writes(Person person) {
        return new ConversationCommand.Write(message(Author.person(person.subject(), person.name()), 2), person);
    }

    static Message fromMarie(int minute) {
        return message(Author.customer("Marie Lefèvre"), minute);
    }

    private static Message message(Author author, int minute) {
        return Said.text(author, "Bonjour", NINE.plus(Duration.ofMinutes(minute)));
    }
}
