package fr.accueil.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Topics `workspace.*.v1`, compacted, key = the entity, written by conversation-service: whole states, for local
/// copies. A deleted entity is a tombstone.
public sealed interface WorkspaceEvent extends AccueilEvent {

    /// `workspace.tenants.v1`, key = tenant.
    ///
    /// @param vertical the trade: beauty, or services and trades
    /// @param timeZone IANA name, for example `Europe/Paris`
    /// @param formal whether it says *vous* to its customers
    /// @param address null while nobody has said it
    /// @param signature under what the assistant writes first in a conversation; null for none
    /// @param messageDays how long what was said is kept; null while nobody has said so, see
    ///     [TenantSaved#keptDays]
    /// @param phonesMasked whether agents see customers' phone numbers only in part
    /// @param assistant how its assistant goes about it; null: as usual
    @WireName("TenantSaved")
    record TenantSaved(
            TenantId tenant,
            String name,
            Vertical vertical,
            String timeZone,
            boolean formal,
            @Nullable PostalAddress address,
            @Nullable String signature,
            @Nullable Integer messageDays,
            boolean phonesMasked,
            @Nullable AssistantManner assistant)
            implements WorkspaceEvent {

        /// Where nobody has said otherwise.
        public static final int USUAL_MESSAGE_DAYS = 730;

        public TenantSaved(TenantId tenant, String name, Vertical vertical, String timeZone, boolean formal) {
            this(tenant, name, vertical, timeZone, formal, null, null);
        }

        public TenantSaved(
                TenantId tenant,
                String name,
                Vertical vertical,
                String timeZone,
                boolean formal,
                @Nullable PostalAddress address,
                @Nullable String signature) {
            this(tenant, name, vertical, timeZone, formal, address, signature, null, false, null);
        }

        /// For how many days what was said is kept.
        public int keptDays() {
            return messageDays == null ? USUAL_MESSAGE_DAYS : messageDays;
        }
    }

    /// Where a business is, as it stands on a letter.
    ///
    /// @param street with its number
    record PostalAddress(String street, String postalCode, String city) {}

    /// `workspace.channels.v1`, key = channel.
    ///
    /// @param address `whatsapp:+33…`
    /// @param authTokens the account's tokens, newest first (two while rotating), each Tink AEAD ciphertext in
    ///     Base64, bound to
    ///     tenant and channel
    @WireName("ChannelSaved")
    record ChannelSaved(
            ChannelId channel,
            TenantId tenant,
            String address,
            String accountSid,
            @Nullable String messagingServiceSid,
            List<String> authTokens)
            implements WorkspaceEvent {}

    /// `workspace.faqs.v1`, key = FAQ.
    ///
    /// @param variants other ways to ask the same
    @WireName("FaqSaved")
    record FaqSaved(FaqId faq, TenantId tenant, String question, String answer, List<String> variants, boolean enabled)
            implements WorkspaceEvent {}

    /// `workspace.team.v1`, key = tenant + ":" + subject.
    ///
    /// @param subject of the person's token
    @WireName("MemberSaved")
    record MemberSaved(TenantId tenant, String subject, String name, String email, Role role)
            implements WorkspaceEvent {}

    /// `workspace.services.v1`, key = service.
    ///
    /// @param synonyms what else it is called
    /// @param durationMinutes how long the customer stays
    /// @param bufferMinutes how long the practitioner or seat stays taken afterwards
    /// @param priceCents in euro cents; null when it is not said
    /// @param priceFrom the price is the least that it may cost
    /// @param position where it stands among the others
    @WireName("ServiceSaved")
    record ServiceSaved(
            ServiceId service,
            TenantId tenant,
            String name,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> synonyms,
            int durationMinutes,
            int bufferMinutes,
            @Nullable Integer priceCents,
            boolean priceFrom,
            boolean bookable,
            int position)
            implements WorkspaceEvent {}

    /// `workspace.hours.v1`, key = tenant: when the house is open, who works when, and what may be booked.
    ///
    /// @param holidayRegion a constant of HolidayRegion in the agenda, such as `METROPOLE`
    /// @param workedHolidays the public holidays on which it is open, as PublicHoliday in the agenda names them
    /// @param exceptions painted over the week, the last one holding
    /// @param practitioners whom customers have appointments with, in their order; none where only seats count
    /// @param seats how many visits at a time, where there are no practitioners
    @WireName("HoursSaved")
    record HoursSaved(
            TenantId tenant,
            String holidayRegion,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> workedHolidays,
            List<DayPeriods> week,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<HoursException> exceptions,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Practitioner> practitioners,
            int seats,
            BookingRules rules)
            implements WorkspaceEvent {}

    /// One day of the week.
    ///
    /// @param periods as `09:30-12:30`; the end of the day is `24:00`
    record DayPeriods(DayOfWeek day, List<String> periods) {}

    /// Closed, or open beyond the ordinary week, on each of these days.
    ///
    /// @param period `00:00-24:00` for whole days
    /// @param label what customers may be told: *congés d'été*
    record HoursException(boolean open, LocalDate from, LocalDate to, String period, String label) {}

    /// @param services what they do
    /// @param week their own; null when they work whenever the house is open
    /// @param exceptions absences, and work beyond their week
    record Practitioner(
            PractitionerId practitioner,
            String name,
            List<ServiceId> services,
            @Nullable List<DayPeriods> week,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<HoursException> exceptions) {}

    /// @param leadMinutes how long beforehand at least
    /// @param horizonDays how many days ahead at most
    /// @param gridMinutes at which times visits are proposed: divides the day
    /// @param strictGrid whether a customer may have no other time
    record BookingRules(int leadMinutes, int horizonDays, int gridMinutes, boolean strictGrid) {}

    /// `workspace.bookings.v1`, key = booking: what is taken, without a name. A cancelled one is a tombstone.
    ///
    /// @param conversation whose booking it is; null when the team entered it by hand
    /// @param practitioner null on a seat
    /// @param seat from 1; 1 where a practitioner is taken
    /// @param end when the customer leaves
    /// @param occupiedUntil when the practitioner or seat is free again
    /// @param heldUntil null once it is booked
    @WireName("BookingSaved")
    record BookingSaved(
            BookingId booking,
            TenantId tenant,
            @Nullable ConversationId conversation,
            List<ServiceId> services,
            @Nullable PractitionerId practitioner,
            int seat,
            Instant start,
            Instant end,
            Instant occupiedUntil,
            @Nullable Instant heldUntil)
            implements WorkspaceEvent {}

    /// `workspace.busy.v1`, key = the calendar: when somebody, or the whole house, is not to be had, as a calendar that
    /// they keep elsewhere says.
    ///
    /// @param practitioner whose calendar it is; null: the whole house's
    /// @param periods in their order, none touching another
    @WireName("BusySaved")
    record BusySaved(
            CalendarId calendar,
            TenantId tenant,
            @Nullable PractitionerId practitioner,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<BusyPeriod> periods)
            implements WorkspaceEvent {}

    /// @param end when they are free again
    record BusyPeriod(Instant start, Instant end) {}

    /// How an assistant goes about it, as far as its business has said so.
    ///
    /// @param quietSeconds how long a customer must have been quiet before it thinks; null: as usual
    /// @param deadlineSeconds after which what it has not answered goes to a person; null: as usual
    /// @param caution null: as usual
    record AssistantManner(
            @Nullable Integer quietSeconds,
            @Nullable Integer deadlineSeconds,
            @Nullable Caution caution) {}

    /// How sure it must be that a FAQ settles a question.
    enum Caution {
        @JsonProperty("careful")
        CAREFUL,
        @JsonProperty("bold")
        BOLD
    }

    enum Vertical {
        @JsonProperty("beauty")
        BEAUTY,
        @JsonProperty("services")
        SERVICES
    }

    enum Role {
        @JsonProperty("owner")
        OWNER,
        @JsonProperty("agent")
        AGENT
    }
}
