package fr.accueil.router.flow;

import fr.accueil.router.understanding.Scene.Running;

/// What a flow is about, for who only counts or shows them.
public enum FlowKind {
    BOOKING,
    MOVE,
    CANCELLATION,
    QUOTE;

    public Running toRunning() {
        return switch (this) {
            case BOOKING -> Running.BOOKING;
            case MOVE -> Running.MOVE;
            case CANCELLATION -> Running.CANCELLATION;
            case QUOTE -> Running.QUOTE;
        };
    }
}
