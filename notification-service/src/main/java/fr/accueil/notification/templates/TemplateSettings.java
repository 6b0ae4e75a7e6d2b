package fr.accueil.notification.templates;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param every how often they are listed, give or take a tenth
/// @param retry after a failure
/// @param patience for one listing
@Validated
@ConfigurationProperties("accueil.templates")
record TemplateSettings(
        @DefaultValue("1h") @DurationMin(millis = 10) Duration every,
        @DefaultValue("2m") @DurationMin(millis = 10) Duration retry,
        @DefaultValue("60s") @DurationMin(millis = 10) Duration patience) {}
