package fr.accueil.conversation.busy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param atMost how many a business may subscribe to
/// @param every how often each is read
/// @param patience for one whole reading
/// @param largest that is read
/// @param ahead how far from now busy times are kept
/// @param periodsAtMost how many busy times of one calendar are kept, touching ones joined
/// @param insideOurNetworks whether addresses there, without TLS too, may be read: for tests and the local stack
@Validated
@ConfigurationProperties("accueil.external-calendar")
record ExternalCalendarSettings(
        @DefaultValue("10") @Min(1) @Max(50) int atMost,
        @NotNull @DefaultValue("15m") Duration every,
        @NotNull @DefaultValue("20s") Duration patience,
        @NotNull @DefaultValue("5MB") DataSize largest,
        @NotNull @DefaultValue("400d") Duration ahead,
        @DefaultValue("2000") @Min(1) @Max(10_000) int periodsAtMost,
        @DefaultValue("false") boolean insideOurNetworks) {}
