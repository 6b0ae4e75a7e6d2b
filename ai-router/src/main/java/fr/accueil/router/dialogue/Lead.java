package fr.accueil.router.dialogue;

/// Who leads, as far as the assistant knows. The number grows with each change.
public sealed interface Lead {

    long number();

    record AssistantLeads(long number) implements Lead {}

    /// The assistant asked for a person under this number: silent until a later hand-back.
    record HandedOver(long number) implements Lead {}

    /// A person leads, or nobody yet.
    ///
    /// @param spoke whether someone of the team has written meanwhile, and so has read what the customer wrote
    record OthersLead(long number, boolean spoke) implements Lead {

        public OthersLead(long number) {
            this(number, false);
        }
    }
}
