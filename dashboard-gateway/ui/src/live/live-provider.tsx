import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { askAgain, fold, FoldProvider, type Apply } from './fold'
import { openLiveFeed, type Connection } from './live-feed'

const ConnectionContext = createContext<Connection>('connecting')

/** Opens the one live feed, hands every change to every feature, and says how the connection stands. */
export function LiveProvider({ features, children }: { features: readonly Apply[]; children: ReactNode }) {
  const queryClient = useQueryClient()
  const [connection, setConnection] = useState<Connection>('connecting')

  useEffect(
    () =>
      openLiveFeed({
        onChange: (change) => fold(queryClient, features, change),
        onGap: () => askAgain(queryClient),
        onConnection: setConnection,
      }),
    [queryClient, features],
  )

  return (
    <FoldProvider value={features}>
      <ConnectionContext value={connection}>{children}</ConnectionContext>
    </FoldProvider>
  )
}

export function useConnection(): Connection {
  return useContext(ConnectionContext)
}
