package fr.accueil.router.evaluation;

import fr.accueil.agenda.business.ServiceId;
import fr.accueil.router.dialogue.InMemoryAgenda.Booked;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is found at the end of a dialogue. What stood there before it counts only once it is cancelled.
///
/// @param active the bookings that stand
/// @param escalated whether a person was asked for at some time
record FinalState(
        List<Map<String, String>> active,
        List<Map<String, String>> cancelled,
        List<Map<String, String>> leads,
        boolean escalated,
        boolean optedOut) {

    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    static FinalState of(Reception reception) {
        var made = reception.bookings();
        return new FinalState(
                made.stream()
                        .filter(it -> !it.cancelled())
                        .map(FinalState::toMap)
                        .toList(),
                made.stream().filter(Booked::cancelled).map(FinalState::toMap).toList(),
                reception.leads().stream().map(FinalState::toMap).toList(),
                reception.talks().stream().anyMatch(it -> it.ever("escalated")),
                reception.talks().stream().anyMatch(it -> it.dialogue().optOut() != null));
    }

    private static Map<String, String> toMap(Booked booked) {
        var map = new LinkedHashMap<String, String>();
        map.put(
                "service",
                booked.booking().services().stream().map(ServiceId::value).collect(Collectors.joining(",")));
        map.put("start", START.format(booked.booking().start().atZone(House.ZONE)));
        map.put("name", booked.name());
        map.put("status", booked.cancelled() ? "cancelled" : "booked");
        return map;
    }

    private static Map<String, String> toMap(Reception.Lead lead) {
        var map = new LinkedHashMap<String, String>();
        var captured = lead.captured();
        map.put("name", captured.name());
        put(map, "email", captured.email());
        put(map, "phone", captured.phone());
        map.put("need", captured.need());
        return map;
    }

    private static void put(Map<String, String> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        var bookings = new ArrayList<>(active);
        bookings.addAll(cancelled);
        map.put("bookings", bookings);
        map.put("leads", leads);
        map.put("escalated", escalated);
        map.put("opted_out", optedOut);
        return map;
    }
}
