import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Settings, SettingsRequest } from '../../lib/api-types'
import { settingsQuery } from '../../lib/business'
import { saveSettings } from '../setup.queries'
import { toTone } from '../tone/tone'
import { rebaseKept } from '../use-kept'
import { toBusiness } from './business'

/** Saves what the business says of itself, whole; what is typed in the other step of it goes on from there. */
export function useSaveSettings(workspace: string): (settings: SettingsRequest) => Promise<Settings> {
  const queryClient = useQueryClient()
  return useCallback(
    async (request) => {
      const saved = await saveSettings(request)
      queryClient.setQueryData(settingsQuery.queryKey, saved)
      const now = { ...toBusiness(saved), ...toTone(saved), version: saved.version }
      for (const part of ['business', 'tone', 'settings']) rebaseKept(`${workspace}.${part}`, now)
      return saved
    },
    [queryClient, workspace],
  )
}
