package fr.accueil.simulator.ledger;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/// One line of the ledger.
public record Line(
        long n,
        Instant at,

        @JsonTypeInfo(
                use = JsonTypeInfo.Id.NAME,
                include = JsonTypeInfo.As.EXTERNAL_PROPERTY,
                property = "kind",
                defaultImpl = Fact.Unknown.class)
        Fact data) {}
