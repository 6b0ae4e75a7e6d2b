package fr.accueil.router.dialogue;

import fr.accueil.events.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The customer wants no messages.
///
/// @param since when they wrote so
/// @param confirmation the message that told them that it is so; null when WhatsApp's window was closed
public record OptOut(Instant since, @Nullable MessageId confirmation) {}
