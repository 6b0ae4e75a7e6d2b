package fr.accueil.conversation.demo;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fr.accueil.events.ChannelId;
import fr.accueil.events.FaqId;
import fr.accueil.events.ServiceId;
import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.BookingRules;
import fr.accueil.events.WorkspaceEvent.DayPeriods;
import fr.accueil.events.WorkspaceEvent.HoursException;
import fr.accueil.events.WorkspaceEvent.Practitioner;
import fr.accueil.events.WorkspaceEvent.Role;
import fr.accueil.events.WorkspaceEvent.Vertical;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What this service reads of the demo workspaces; the sign-in provider and the simulator read the rest.
record DemoFile(List<Workspace> workspaces) {

    record Workspace(
            TenantId id,
            String name,
            Vertical vertical,
            String timeZone,
            boolean formal,
            Channel channel,
            List<Person> team,
            List<Question> faqs,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Offer> services,
            @Nullable Opening hours) {}

    record Channel(ChannelId id, String address, String accountSid, String authToken) {}

    record Person(String subject, String name, String email, Role role) {}

    /// @param priceFrom the price is the least that it may cost
    record Offer(
            ServiceId id,
            String name,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> synonyms,
            int minutes,
            int buffer,
            @Nullable Integer priceCents,
            boolean priceFrom) {}

    /// As `HoursSaved` has it.
    record Opening(
            String holidayRegion,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> workedHolidays,
            List<DayPeriods> week,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<HoursException> exceptions,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Practitioner> practitioners,
            int seats,
            BookingRules rules) {}

    record Question(FaqId id, String question, String answer, List<String> variants) {}
}
