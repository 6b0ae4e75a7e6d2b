/** A piece of a template: words that stand, or the place of a variable with what was filled in. */
export type Piece = { words: string } | { variable: string; filled: string }

const PLACE = /\{\{\s*([\w.-]{1,64})\s*\}\}/g

export function toPieces(body: string, variables: Readonly<Record<string, string>>): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const place of body.matchAll(PLACE)) {
    const [whole, variable = ''] = place
    if (place.index > end) pieces.push({ words: body.slice(end, place.index) })
    pieces.push({ variable, filled: Object.hasOwn(variables, variable) ? (variables[variable] ?? '') : '' })
    end = place.index + whole.length
  }
  if (end < body.length) pieces.push({ words: body.slice(end) })
  return pieces
}

/** How it will read. What was filled in is not looked at for places again. */
export function toText(body: string, variables: Readonly<Record<string, string>>): string {
  return toPieces(body, variables)
    .map((piece) => ('words' in piece ? piece.words : piece.filled || `{{${piece.variable}}}`))
    .join('')
}

/** WhatsApp refuses line breaks, tabs and long gaps in what is filled in. */
export function toFilled(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** "rappel_rendez_vous" reads as "Rappel rendez vous". */
export function toReadableName(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
