package fr.accueil.router.flow;

import fr.accueil.events.MessageId;
import fr.accueil.router.understanding.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a flow's rules may look at for one turn.
///
/// @param messages the customer's messages that are read, oldest first
/// @param text their words
/// @param photos those of them that carry a photo or a document
/// @param phone in E.164, as WhatsApp gives it; null when it does not
public record Situation(
        Reading reading,
        AgendaView agenda,
        Memory memory,
        NewIds ids,
        List<MessageId> messages,
        String text,
        List<MessageId> photos,
        @Nullable String phone) {}
