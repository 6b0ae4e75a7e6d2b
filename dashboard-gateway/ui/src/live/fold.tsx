import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext } from 'react'
import type { Change } from './envelope'

/** How one feature changes what it shows when something happens. */
export type Apply = (queryClient: QueryClient, change: Change) => void

const FoldContext = createContext<readonly Apply[]>([])

/** The app hands in every feature's way to fold a change; the feed itself knows none. */
export const FoldProvider = FoldContext

export function fold(queryClient: QueryClient, features: readonly Apply[], change: Change): void {
  for (const apply of features) apply(queryClient, change)
}

/** For who learns of a change by another way than the feed, such as the answer to an act of their own. */
export function useTell(): (change: Change) => void {
  const queryClient = useQueryClient()
  const features = useContext(FoldContext)
  return useCallback((change) => fold(queryClient, features, change), [queryClient, features])
}
