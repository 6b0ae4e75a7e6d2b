import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toTrouble, type Trouble } from '../lib/trouble'
import { invitationsQuery, teamQuery } from './team.queries'

/** Does something to the team once, however often one presses, and shows the team as it then is. */
export function useAct<T>(act: (what: T) => Promise<unknown>): {
  run: (what: T, after?: () => void) => void
  isBusy: boolean
  trouble: Trouble | undefined
} {
  const queryClient = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: act,
    networkMode: 'always',
    // Also when it was refused: somebody else may have changed the team meanwhile.
    onSettled: () =>
      Promise.all([queryClient.invalidateQueries(teamQuery), queryClient.invalidateQueries(invitationsQuery)]),
  })
  return {
    run: (what, after) => {
      if (!isPending) mutate(what, { onSuccess: after })
    },
    isBusy: isPending,
    trouble: error ? toTrouble(error) : undefined,
  }
}
