import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext } from 'react'
import type { Change } from './envelope'

/** How one feature changes what it shows when something happens. */
export type Apply = (queryClient: QueryClient, change: Change) => void

const FoldContext = createContext<readonly Apply[]>([])

/** The app hands in every feature's way to fold a change; the feed itself knows none. */
export const FoldProvider = FoldContext

/**
 * Tells every feature of a change. What is being asked for the first time has nothing to fold it into yet, and its answer may have left the
 * server before the change: when that answer is there, it is told again.
 */
export function fold(queryClient: QueryClient, features: readonly Apply[], change: Change): void {
  const tell = () => {
    for (const apply of features) apply(queryClient, change)
  }
  tell()
  for (const { promise } of firstAsked(queryClient)) promise?.then(tell, notThereYet)
}

/** Asks again for all that is shown; for what is being asked for the first time, once that answer is there, since it may be too old. */
export function askAgain(queryClient: QueryClient): void {
  for (const { promise, queryKey } of firstAsked(queryClient))
    promise?.then(() => queryClient.invalidateQueries({ queryKey, exact: true }), notThereYet)
  void queryClient.invalidateQueries()
}

function firstAsked(queryClient: QueryClient) {
  return queryClient.getQueryCache().findAll({ predicate: ({ state }) => state.data === undefined })
}

/** Who asked says what went wrong; whoever asks anew is answered later than the change. */
function notThereYet(): void {}

/** For who learns of a change by another way than the feed, such as the answer to an act of their own. */
export function useTell(): (change: Change) => void {
  const queryClient = useQueryClient()
  const features = useContext(FoldContext)
  return useCallback((change) => fold(queryClient, features, change), [queryClient, features])
}
