package fr.accueil.gateway.stream;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param window how far a gateway reads back when it starts, and so how old an id may be that it resumes at once
/// @param changesPerTenant how many changes are kept for browsers that come back
/// @param memoryPerTenant the same in bytes
/// @param memory what all tenants' changes may take together; the largest tenants forget first
/// @param browsers how many streams one gateway holds; others are asked to poll
/// @param browsersPerPerson how many of them one person may hold; the newest stay
/// @param browserBuffer how many changes may wait for one browser before it is told to resync
/// @param heartbeat how often a quiet stream shows that it lives
/// @param patience how long to wait for an id that another gateway saw a moment before this one
/// @param farewell how long a browser that was let go may take to read its last bytes
/// @param checkup how often broker and epoch are looked at
@Validated
@ConfigurationProperties("accueil.stream")
record StreamSettings(
        @DefaultValue("15m") Duration window,
        @DefaultValue("2000") @Min(1) int changesPerTenant,
        @DefaultValue("4MB") DataSize memoryPerTenant,
        @DefaultValue("128MB") DataSize memory,
        @DefaultValue("5000") @Min(1) int browsers,
        @DefaultValue("12") @Min(1) int browsersPerPerson,
        @DefaultValue("256") @Min(1) int browserBuffer,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("1s") Duration patience,
        @DefaultValue("20s") Duration farewell,
        @DefaultValue("5s") Duration checkup) {}
