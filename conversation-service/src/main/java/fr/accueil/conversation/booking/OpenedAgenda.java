package fr.accueil.conversation.booking;

import fr.accueil.agenda.Agenda;
import fr.accueil.agenda.EngagementId;
import fr.accueil.agenda.Nearest;
import fr.accueil.agenda.Slot;
import fr.accueil.agenda.Verdict;
import fr.accueil.agenda.business.Business;
import fr.accueil.agenda.holiday.PublicHoliday;
import fr.accueil.agenda.workspace.FromWorkspace;
import fr.accueil.agenda.workspace.RefusalReason;
import fr.accueil.conversation.booking.Judgement.Denied;
import fr.accueil.conversation.booking.Judgement.Granted;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent.BookedService;
import fr.accueil.events.ChangeEvent.BookedWith;
import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.BusySaved;
import fr.accueil.events.WorkspaceEvent.DayPeriods;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.events.WorkspaceEvent.Practitioner;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is free and what is taken while the agenda is locked: pure.
///
/// @param agenda all that lives: held ones that have expired are gone
record OpenedAgenda(TenantId tenant, HoursSaved hours, List<ServiceSaved> services, Agenda agenda, Instant now) {

    /// A slot of this has been asked for, a moment before it was somebody else's.
    private static final EngagementId SOMEBODY_ELSES = new EngagementId("somebody else's");

    /// @param busy what calendars elsewhere take
    static OpenedAgenda of(
            HoursSaved hours, List<ServiceSaved> services, List<Booking> taken, List<BusySaved> busy, Instant now) {
        var engagements = Stream.concat(
                        taken.stream().map(it -> FromWorkspace.engagement(it.toSaved())),
                        busy.stream().flatMap(it -> FromWorkspace.engagements(it, hours).stream()))
                .toList();
        var agenda = Agenda.of(FromWorkspace.business(hours, services), engagements);
        return new OpenedAgenda(hours.tenant(), hours, services, agenda, now);
    }

    /// For the team's own hand: at once, as far ahead as there is, at any minute.
    OpenedAgenda byHand() {
        return under(agenda.business());
    }

    /// For the team's own hand, whatever the opening hours and everybody's week say. What is taken stays taken.
    OpenedAgenda atAnyHour() {
        return under(FromWorkspace.business(openAlways(hours), services));
    }

    /// What the customer has there already, held or to be moved, does not stand in their way.
    ///
    /// @param moved the booking of theirs that is to be moved
    Judgement judge(Wish wish, @Nullable BookingId moved) {
        return judge(wish, without(wish, moved));
    }

    /// When somebody else has it after all.
    Denied lost(Wish wish, @Nullable BookingId moved, Slot slot) {
        return judge(wish, without(wish, moved).with(slot.booked(SOMEBODY_ELSES))) instanceof Denied denied
                ? denied
                : Denied.because(RefusalReason.TAKEN);
    }

    List<BookedService> named(Wish wish) {
        return wish.services().stream()
                .map(id -> services.stream()
                        .filter(it -> it.service().equals(id))
                        .map(it -> new BookedService(id, it.name()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("a service that nobody knows was granted")))
                .toList();
    }

    @Nullable
    BookedWith with(Slot slot) {
        var id = FromWorkspace.practitioner(slot);
        return id == null
                ? null
                : hours.practitioners().stream()
                        .filter(it -> it.practitioner().equals(id))
                        .map(Practitioner::name)
                        .map(name -> new BookedWith(id, name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("somebody whom nobody knows was granted"));
    }

    ZoneId zone() {
        return agenda.business().hours().clock().zone();
    }

    private OpenedAgenda under(Business business) {
        var lifted = business.under(business.rules().lifted());
        return new OpenedAgenda(tenant, hours, services, Agenda.of(lifted, agenda.engagements()), now);
    }

    private static HoursSaved openAlways(HoursSaved said) {
        return new HoursSaved(
                said.tenant(),
                said.holidayRegion(),
                Arrays.stream(PublicHoliday.values()).map(Enum::name).toList(),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new DayPeriods(day, List.of("00:00-24:00")))
                        .toList(),
                List.of(),
                said.practitioners().stream()
                        .map(it -> new Practitioner(it.practitioner(), it.name(), it.services(), null, List.of()))
                        .toList(),
                said.seats(),
                said.rules());
    }

    private Agenda without(Wish wish, @Nullable BookingId moved) {
        var others = agenda.without(FromWorkspace.id(wish.booking()));
        return moved == null ? others : others.without(FromWorkspace.id(moved));
    }

    private Judgement judge(Wish wish, Agenda others) {
        if (!wish.start().truncatedTo(ChronoUnit.MINUTES).equals(wish.start())) {
            return Denied.because(Denied.NO_SUCH_TIME);
        }
        return switch (others.asOf(now).check(wish.toRequest(), wish.start())) {
            case Verdict.Free(var slot) -> new Granted(slot);
            case Verdict.Refused(var why, var nearest) -> new Denied(RefusalReason.of(why), startsOf(nearest));
        };
    }

    private static List<Instant> startsOf(Nearest nearest) {
        return Stream.of(nearest.withSomeoneElse().stream(), nearest.before().stream(), nearest.after().stream())
                .flatMap(it -> it)
                .map(Slot::start)
                .distinct()
                .sorted()
                .toList();
    }
}
