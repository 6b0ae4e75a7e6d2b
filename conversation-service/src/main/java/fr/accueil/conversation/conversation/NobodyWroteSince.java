package fr.accueil.conversation.conversation;

/// The customer of a conversation was erased, and none of what they may have written since is here.
final class NobodyWroteSince extends RuntimeException {

    private static final long serialVersionUID = 1;

    NobodyWroteSince() {
        super("Its customer was erased and has not written since");
    }
}
