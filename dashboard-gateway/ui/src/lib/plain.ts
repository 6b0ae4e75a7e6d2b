const LONGEST_NAME = 80
const LONGEST_FILE_NAME = 120

// Turns what stands after it around, or is not seen at all: in a name either is only there to deceive. The joiner of emoji stays.
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const UNSEEN =
  /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200c\u2028\u2029\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/g
const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/g

/** A name from outside on one line, as it can be shown between words of ours; undefined when nothing of it can be seen. */
export function toPlainName(name: string | undefined): string | undefined {
  return shortened(visible(name ?? ''), LONGEST_NAME) || undefined
}

/** What a file is called, its real ending last whatever its sender wanted it to look like. */
export function toPlainFileName(name: string | undefined): string | undefined {
  const seen = visible(name ?? '').replace(/[/\\:*?"<>|]/g, '_')
  if (seen.length <= LONGEST_FILE_NAME) return seen || undefined
  const ending = /\.\w{1,8}$/.exec(seen)?.[0] ?? ''
  return shortened(seen.slice(0, -ending.length || undefined), LONGEST_FILE_NAME - ending.length) + ending
}

/** An address that a link may lead to, or none. */
export function toWebAddress(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined
  const { protocol, href } = new URL(address)
  return protocol === 'https:' ? href : undefined
}

/** A number that a telephone may dial, or none. */
export function toDialled(phone: string): string | undefined {
  const digits = phone.replace(/[\s().\-\u00a0]/g, '')
  return /^\+?\d{3,15}$/.test(digits) ? `tel:${digits}` : undefined
}

function visible(text: string): string {
  return text.replace(CONTROL, ' ').replace(TURNING, '').replace(UNSEEN, '').replace(/\s+/g, ' ').trim()
}

/** Never through the middle of a letter that is written with several signs. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text
  let short = ''
  for (const { segment } of new Intl.Segmenter('fr').segment(text.slice(0, longest * 4))) {
    if (short.length + segment.length > longest - 1) break
    short += segment
  }
  return `${short}…`
}
