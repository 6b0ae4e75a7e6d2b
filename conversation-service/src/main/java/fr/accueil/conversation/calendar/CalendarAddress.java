package fr.accueil.conversation.calendar;

/// Where the agenda can be subscribed to. It is shown once: only its digest is kept.
///
/// @param path below the address of the dashboard
public record CalendarAddress(String path) {

    static CalendarAddress of(CalendarSecret secret) {
        return new CalendarAddress("/api/calendar/%s.ics".formatted(secret.text()));
    }
}
