package fr.accueil.events;

/// All that one service may tell the others: one sealed family per topic. The wire name of a record is its
/// `@WireName`: a Java name may change, a wire name may not, and fields are only added.
public sealed interface AccueilEvent
        permits InboundEvent,
                StatusEvent,
                OutboundEvent,
                DeliveryEvent,
                AssistantEvent,
                ChangeEvent,
                WorkspaceEvent,
                IdentityEvent,
                UnroutableEvent,
                ChannelFact,
                ChannelRequest,
                TemplateEvent,
                ErasureEvent,
                AccueilEvent.Unknown {

    /// A type that this reader does not know yet: skipped, never an error.
    record Unknown(String type) implements AccueilEvent {}
}
