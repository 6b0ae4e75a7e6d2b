import type { Apply } from '../live/fold'
import { bookingsKey } from './agenda.queries'

/** A booking that was made, changed or cancelled is asked for anew where its day is shown. */
export const applyToAgenda: Apply = (queryClient, change) => {
  switch (change.type) {
    case 'BookingConfirmed':
    case 'BookingChanged':
    case 'BookingCancelled':
    case 'CustomerErased':
      void queryClient.invalidateQueries({ queryKey: bookingsKey })
  }
}
