/** Hands a file to the browser to be kept; as bytes of no kind, so that it is never opened as a page of ours. */
export function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has the bytes once it begins to write them, which it does not tell.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
