/** The desk bell: our sign for the assistant. Drawn on Tabler's grid, so that it stands beside its icons. */
export function BellIcon({ size = 18 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d="M3 19h18" />
      <path d="M4.5 15.5a7.5 7.5 0 0 1 15 0z" />
      <path d="M12 8V5" />
      <path d="M10 4.5h4" />
    </svg>
  )
}
