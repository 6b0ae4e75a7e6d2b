package fr.accueil.simulator.world;

/// Who a message comes from, in Twilio's words.
public enum Direction {
    INBOUND("inbound"),
    OUTBOUND_API("outbound-api"),
    OUTBOUND_REPLY("outbound-reply");

    private final String wire;

    Direction(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    static Direction of(String wire) {
        for (var direction : values()) {
            if (direction.wire.equals(wire)) {
                return direction;
            }
        }
        throw new IllegalArgumentException("No direction " + wire);
    }
}
