/// The French time engine, pure: given a business, what is already taken, and the time that it is, it says
/// which visits are possible, when and with whom, and why another is not. No framework, no I/O, no clock
/// inside: "now" is a parameter.
///
/// ## The model on one page
///
/// ```
/// Business = OpeningHours + services + Staffing + BookingRules                        (package business)
///   OpeningHours = WeeklyHours − the public holidays that it keeps,                   (packages hours, holiday)
///                  then exceptions painted over, the last one holding
///   Staffing     = Team of practitioners (what they do, own week, absences)
///                | Seats (so many visits at a time)
///   BookingRules = lead time, horizon, grid
///
/// Agenda       = Business + Engagements (bookings; holds, until they expire), each on one Resource
/// Availability = Agenda as of an instant                                              agenda.asOf(now)
///   freeSlots(request, from, until, limit)  →  Slots in order, each with its practitioner or seat
///   check(request, start)                   →  Free(slot) | Refused(why, nearest free ones)
/// ```
///
/// A **visit** is one or several services in a row by one person: durations add up, and of the buffers the
/// longest is kept, at the end. The customer's part of a slot (`visit`) lies in one opening period and in the
/// practitioner's working time; what it takes of the resource (`occupied`, with the buffer) touches no other
/// engagement. The buffer alone may run past closing. `occupied` is what storage protects with its exclusion
/// constraint, on (resource, seat).
///
/// **Starts.** Proposed are the times of the grid, and where free time begins: at an opening, at the end of an
/// engagement. `check` also grants other whole minutes when they are free, unless the grid is strict: so a slot
/// that was proposed beside a hold is still good when the hold has expired. `freeSlots` proposes nothing that
/// `check` refuses.
///
/// **Who.** Where the customer has no wish, the one with the least work that day, then the first of the team.
/// On seats, the one whose free time the visit fills best, then the lowest number. The same in `freeSlots` and
/// in `check`.
///
/// **Why not.** One reason, the first that holds: nobody does it · past · closed (weekday, holiday by name,
/// exceptional closing, outside hours) · does not fit before closing · too soon · too far · away · taken · off
/// the grid.
///
/// **Clocks.** Hours are wall-clock times, visits are instants. An instant is open if the wall clock reads an
/// opening time just then: the hour that spring skips holds no visit, the one that autumn repeats is there
/// twice. Durations are real time.
///
/// **Arrows** run one way: `workspace` → this package → `business` → `hours` → `holiday`, `time`. `workspace` alone
/// knows
/// the events that an agenda is copied by; the rest stands on the JDK (decision 019).
@NullMarked
package fr.accueil.agenda;

import org.jspecify.annotations.NullMarked;
