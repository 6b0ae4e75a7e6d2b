package fr.accueil.router.dialogue;

/// The types of the pure core, for the rule that keeps it so.
public final class CoreTypes {

    private CoreTypes() {}

    public static Class<?>[] all() {
        return new Class<?>[] {
            Dialogue.class,
            DialogueCommand.class,
            DialogueEvent.class,
            Heard.class,
            Lead.class,
            OptOut.class,
            Speak.class,
            AnswerCustomer.class,
            HearAgenda.class,
            HeedOptOut.class,
            ChangeLeader.class,
            Remember.class,
            Turn.class
        };
    }
}
