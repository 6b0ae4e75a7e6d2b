package fr.accueil.router.dialogue;

/// Who leads, as far as the assistant knows. The number grows with each change.
public sealed interface Lead {

    long number();

    record AssistantLeads(long number) implements Lead {}

    /// The assistant asked for a person under this number: silent until a later hand-back.
    record HandedOver(long number) implements Lead {}

    /// A person leads, or nobody yet.
    record OthersLead(long number) implements Lead {}
}
