package fr.accueil.notification.delivery;

import fr.accueil.events.Leader;

/// Who may still speak in a conversation, as far as this service heard.
///
/// @param leaderNumber of the newest change of leader
/// @param personNumber of the newest that gave the lead to a person; 0 when none ever did
/// @param fencedNumber of the newest take-over that the others were told is done
record Fence(long leaderNumber, long personNumber, long fencedNumber) {

    static final Fence OPEN = new Fence(0, 0, 0);

    /// Forward only: an older change, heard late, changes nothing.
    Fence after(long number, Leader.Kind leader) {
        return new Fence(
                Math.max(leaderNumber, number),
                leader == Leader.Kind.PERSON ? Math.max(personNumber, number) : personNumber,
                fencedNumber);
    }

    Fence fenced() {
        return new Fence(leaderNumber, personNumber, personNumber);
    }

    /// A person took over, and the others were not told yet that it is done.
    boolean pending() {
        return personNumber > fencedNumber;
    }

    /// For a message that comes behind the change in topic order: it was written by who did not know of it.
    boolean forbidsNew(Outgoing message) {
        return message.fromAssistant() && message.leaderNumber() < leaderNumber;
    }

    /// For a message that came before the change and has not left yet: a person's take-over stops it. A hand-over to
    /// nobody does not, for the message that announces it is just such a one.
    boolean forbidsWaiting(Outgoing message) {
        return message.fromAssistant() && message.leaderNumber() < personNumber;
    }
}
