package fr.accueil.conversation.booking;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param remindBefore how long before a visit its customer is reminded of it
/// @param remindFrom the time of day, where the business is, at which reminders begin to go out
/// @param remindUntil and at which they end
/// @param reminderTemplate WhatsApp's name of the template that reminds who has not written for a day. Its variables:
///     `1` or `name`, `2` or `date`, `3` or `time`, `4` or `booking`, the last one for the payloads of its buttons
///     (`booking:confirm:{{4}}`, `booking:move:{{4}}`, `booking:cancel:{{4}}`)
/// @param reminderLanguage of the words around it
@Validated
@ConfigurationProperties("accueil.booking")
record BookingSettings(
        @NotNull @DefaultValue("24h") Duration remindBefore,
        @NotNull @DefaultValue("09:00") LocalTime remindFrom,
        @NotNull @DefaultValue("20:00") LocalTime remindUntil,
        @NotBlank @DefaultValue("rappel_rendez_vous") String reminderTemplate,
        @NotNull @DefaultValue("fr") Locale reminderLanguage) {

    ReminderTimes reminderTimes() {
        return new ReminderTimes(remindBefore, remindFrom, remindUntil);
    }
}
