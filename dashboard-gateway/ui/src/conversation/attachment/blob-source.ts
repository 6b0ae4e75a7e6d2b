import { useCallback } from 'react'

/** Lets an element show a blob for as long as it stands there: the address dies with it. */
export function useBlobSource(blob: Blob) {
  return useCallback(
    (element: HTMLImageElement | HTMLMediaElement | null) => {
      if (!element) return undefined
      const address = URL.createObjectURL(blob)
      element.src = address
      return () => {
        element.removeAttribute('src')
        URL.revokeObjectURL(address)
      }
    },
    [blob],
  )
}
