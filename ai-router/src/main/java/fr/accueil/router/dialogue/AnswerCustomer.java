package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.router.dialogue.DialogueCommand.Reply;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.speech.Content;
import fr.accueil.router.speech.Content.FaqGiven;
import fr.accueil.router.speech.Content.Greeted;
import fr.accueil.router.speech.Content.Thanked;
import fr.accueil.router.speech.Content.VoiceNote;
import fr.accueil.router.speech.Matter;
import java.util.List;

/// What the assistant does with what waits, once it was read.
record AnswerCustomer(Dialogue dialogue) {

    List<DialogueEvent> reply(Reply reply) {
        return switch (reply.reading().intent()) {
            case GREETING -> answer(new Greeted(), reply);
            case THANKS -> answer(new Thanked(), reply);
            case FAQ ->
                reply.reading().answers().isEmpty()
                        ? passOn(HandoverReason.NO_ANSWER_KNOWN, Matter.QUESTION, reply)
                        : answer(new FaqGiven(reply.reading().faqs(), false, null), reply);
            case BOOKING -> passOn(HandoverReason.NO_ANSWER_KNOWN, Matter.BOOKING, reply);
            case QUOTE -> passOn(HandoverReason.NO_ANSWER_KNOWN, Matter.QUOTE, reply);
            case CANCEL_BOOKING -> passOn(HandoverReason.NO_ANSWER_KNOWN, Matter.CANCELLATION, reply);
            case HUMAN -> passOn(HandoverReason.CUSTOMER_ASKED, Matter.PERSON, reply);
            case COMPLAINT -> passOn(HandoverReason.COMPLAINT, Matter.COMPLAINT, reply);
            case OPT_OUT -> passOn(HandoverReason.CUSTOMER_ASKED, Matter.OPT_OUT, reply);
            case OTHER -> passOn(HandoverReason.NOT_UNDERSTOOD, Matter.UNCLEAR, reply);
        };
    }

    List<DialogueEvent> media(AgendaView agenda) {
        var speak = new Speak(dialogue);
        return List.of(speak.answer(dialogue.waiting(), List.of(new VoiceNote()), speak.language()));
    }

    private List<DialogueEvent> answer(Content content, Reply reply) {
        return List.of(new Speak(dialogue).answer(List.of(content), reply.reading()));
    }

    private List<DialogueEvent> passOn(HandoverReason reason, Matter matter, Reply reply) {
        return List.of(new Speak(dialogue)
                .passOn(List.of(), reason, matter, reply.agenda().presence(), reply.reading()));
    }
}
