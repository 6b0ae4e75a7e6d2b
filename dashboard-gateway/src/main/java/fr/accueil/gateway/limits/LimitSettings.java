package fr.accueil.gateway.limits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Limits of the browser API, per instance. Neither webhooks nor `/api/health` are bound by them.
///
/// @param person of one token subject
/// @param tenant of all members of a workspace together
/// @param address of what comes from one address without a token that is believed
/// @param remembered of how many of each is kept count
/// @param body how large a request may be
/// @param larger how large instead at some paths
@Validated
@ConfigurationProperties("accueil.limits")
record LimitSettings(
        @NotNull @Valid Rate person,
        @NotNull @Valid Rate tenant,
        @NotNull @Valid Rate address,
        @DefaultValue("100000") @Min(1) long remembered,
        @NotNull DataSize body,
        @DefaultValue Map<String, DataSize> larger) {}
