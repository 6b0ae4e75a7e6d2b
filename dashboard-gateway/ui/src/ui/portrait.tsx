import classes from './portrait.module.css'

const TINTS = 6

/** A person's initials on a tint that stays theirs. */
export function Portrait({ name, seed, size = 44 }: { name: string; seed: string; size?: number }) {
  return (
    <span
      className={classes.portrait}
      data-tint={tintOf(seed)}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.36) }}
      aria-hidden
    >
      {initialsOf(name)}
    </span>
  )
}

function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word))
  if (words.length === 0) return name.replace(/\D/g, '').slice(-2)
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
  return (firstOf(first) + firstOf(last)).toUpperCase()
}

/** A letter may take two places in a text. */
function firstOf(word: string): string {
  return Array.from(word)[0] ?? ''
}

function tintOf(seed: string): number {
  let sum = 0
  for (const letter of seed) sum = (sum * 31 + letter.charCodeAt(0)) % 9973
  return sum % TINTS
}
