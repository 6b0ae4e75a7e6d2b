package fr.accueil.conversation;

import fr.accueil.agenda.holiday.HolidayRegion;
import fr.accueil.conversation.catalogue.SaveServices;
import fr.accueil.conversation.hours.SaveHours;
import fr.accueil.events.Ids;
import fr.accueil.events.PractitionerId;
import fr.accueil.events.ServiceId;
import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.BookingRules;
import fr.accueil.events.WorkspaceEvent.DayPeriods;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.events.WorkspaceEvent.Practitioner;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/// The agenda of one business of one test: open every day, holidays too, from 9 to 12:30 and from 14 to 19. An hour's
/// manicure takes ten minutes more; brows take a quarter.
public final class Diary {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TenantId tenant;
    private final ServiceSaved manicure;
    private final ServiceSaved brows;
    private final HoursSaved hours;

    private Diary(TenantId tenant, ServiceSaved manicure, ServiceSaved brows, HoursSaved hours) {
        this.tenant = tenant;
        this.manicure = manicure;
        this.brows = brows;
        this.hours = hours;
    }

    /// Where these do everything.
    public static Diary ofTeam(TenantId tenant, String... names) {
        return of(tenant, 1, names);
    }

    /// Where nobody is named.
    public static Diary ofSeats(TenantId tenant, int seats) {
        return of(tenant, seats);
    }

    private static Diary of(TenantId tenant, int seats, String... names) {
        var manicure = service(tenant, "Manucure", 60, 10, 1);
        var brows = service(tenant, "Sourcils", 15, 0, 2);
        var all = List.of(manicure.service(), brows.service());
        var team = Arrays.stream(names)
                .map(name -> new Practitioner(PractitionerId.of(Ids.next()), name, all, null, List.of()))
                .toList();
        var week = Arrays.stream(DayOfWeek.values())
                .map(day -> new DayPeriods(day, List.of("09:00-12:30", "14:00-19:00")))
                .toList();
        var worked = HolidayRegion.METROPOLE.holidays().stream().map(Enum::name).toList();
        var rules = new BookingRules(0, 200, 15, false);
        return new Diary(
                tenant,
                manicure,
                brows,
                new HoursSaved(tenant, "METROPOLE", worked, week, List.of(), team, seats, rules));
    }

    private static ServiceSaved service(TenantId tenant, String name, int minutes, int buffer, int position) {
        return new ServiceSaved(
                ServiceId.of(Ids.next()), tenant, name, List.of(), minutes, buffer, 3500, false, true, position);
    }

    public Diary saved(SaveServices services, SaveHours opening) {
        services.save(manicure).block(PATIENCE);
        services.save(brows).block(PATIENCE);
        opening.save(hours).block(PATIENCE);
        return this;
    }

    public TenantId tenant() {
        return tenant;
    }

    public ServiceSaved manicure() {
        return manicure;
    }

    public ServiceSaved brows() {
        return brows;
    }

    public HoursSaved hours() {
        return hours;
    }

    public PractitionerId practitioner(String name) {
        return hours.practitioners().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .practitioner();
    }

    /// Some days from today on, where the business is.
    public static Instant at(int daysAhead, String time) {
        return LocalDate.now(Clock.system(PARIS))
                .plusDays(daysAhead)
                .atTime(LocalTime.parse(time))
                .atZone(PARIS)
                .toInstant();
    }
}
