package fr.accueil.conversation.busy;

/// A calendar elsewhere could not be read, this time.
final class CalendarUnreadable extends RuntimeException {

    private final Trouble trouble;

    CalendarUnreadable(Trouble trouble) {
        super(trouble.name(), null, false, false);
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
