package fr.accueil.router.flow;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What a booking is for.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "aim")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Aim.NewVisit.class, name = "new"),
    @JsonSubTypes.Type(value = Aim.Move.class, name = "move")
})
public sealed interface Aim {

    record NewVisit() implements Aim {}

    /// In place of this one.
    record Move(OwnBooking booking) implements Aim {}
}
