package fr.accueil.router.dialogue;

/// The types of the pure core, for the rule that keeps it so.
public final class CoreTypes {

    public static final Class<?>[] CORE = {
        Dialogue.class, DialogueCommand.class, DialogueEvent.class, Heard.class, Lead.class, Said.class, Turn.class
    };

    private CoreTypes() {}
}
