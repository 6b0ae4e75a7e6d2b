import { Button, createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** Figue: the brand. The house's own colour: who works here, what can be pressed. */
const figue: MantineColorsTuple = [
  '#f9f1f5',
  '#efdfe8',
  '#debdd0',
  '#cb98b5',
  '#b5739a',
  '#9d5480',
  '#823c67',
  '#692d53',
  '#4f2040',
  '#36162c',
]

/** Tilleul: the assistant, and what goes well by itself. */
const tilleul: MantineColorsTuple = [
  '#f3f6ec',
  '#e6edd6',
  '#cdd9b1',
  '#b1c387',
  '#95ac62',
  '#7b9346',
  '#607535',
  '#4a5b2a',
  '#36431f',
  '#252e16',
]

/** Mirabelle: someone is waiting. Used for nothing else, so that it is seen. */
const mirabelle: MantineColorsTuple = [
  '#fff6e0',
  '#ffe9b8',
  '#fdd880',
  '#f9c548',
  '#f2b322',
  '#dd9a0c',
  '#b57a05',
  '#835803',
  '#5f3f04',
  '#432c05',
]

/** Brique: it did not work. */
const brique: MantineColorsTuple = [
  '#fdf0ed',
  '#fadcd5',
  '#f3b7aa',
  '#ea8f7c',
  '#df6c55',
  '#cb4f37',
  '#b13f28',
  '#8f301d',
  '#6c2416',
  '#47170d',
]

/** Craie: the neutrals, with a trace of figue in them. */
const craie: MantineColorsTuple = [
  '#fbf9fa',
  '#f5f1f3',
  '#ece5e8',
  '#ded4d9',
  '#c4b8be',
  '#9d9097',
  '#74676f',
  '#564b52',
  '#3c333a',
  '#271f24',
]

const nuit: MantineColorsTuple = [
  '#efe6eb',
  '#d3c7ce',
  '#b8aab3',
  '#93848e',
  '#675862',
  '#4c3e48',
  '#3a2e37',
  '#20181e',
  '#181217',
  '#120c10',
]

export const theme = createTheme({
  colors: { figue, tilleul, mirabelle, brique, gray: craie, dark: nuit },
  primaryColor: 'figue',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  white: '#ffffff',
  black: '#271f24',
  fontFamily: "'Figtree Variable', system-ui, 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif",
  headings: { fontFamily: "'Bricolage Grotesque Variable', 'Figtree Variable', sans-serif", fontWeight: '650' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '8px', md: '12px', lg: '18px', xl: '28px' },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // Mantine works out one text colour for both schemes; on our dark one's light figue it would be white on pink.
    Button: Button.extend({
      vars: (_, { variant = 'filled' }) => ({
        root:
          variant === 'filled'
            ? {
                '--button-bg': 'var(--accent)',
                '--button-hover': 'var(--accent-hover)',
                '--button-color': 'var(--on-accent)',
              }
            : {},
      }),
    }),
  },
})

/** What our own style sheets speak of: roles, never shades. */
export const tokens: CSSVariablesResolver = () => ({
  variables: {
    '--font-display': "'Bricolage Grotesque Variable', 'Figtree Variable', sans-serif",
    '--tap': '44px',
    '--mark-dot': mirabelle[3],
  },
  light: {
    '--page': craie[1],
    '--surface': '#ffffff',
    '--surface-hover': craie[0],
    '--surface-chosen': figue[0],
    '--line': craie[2],
    '--line-strong': craie[3],
    '--text': craie[9],
    '--quiet': '#6b5e66',
    '--accent': figue[7],
    '--accent-hover': figue[8],
    '--accent-soft': figue[1],
    '--on-accent': '#ffffff',
    '--shell': figue[9],
    '--shell-raised': '#4a2440',
    '--shell-text': '#fbf3f7',
    '--shell-quiet': '#d3b3c5',
    '--waiting': mirabelle[3],
    '--waiting-soft': mirabelle[0],
    '--waiting-line': mirabelle[2],
    '--on-waiting': mirabelle[9],
    '--waiting-text': mirabelle[8],
    '--well': tilleul[6],
    '--well-soft': tilleul[1],
    '--well-line': tilleul[2],
    '--well-text': tilleul[8],
    '--wrong': brique[6],
    '--wrong-soft': brique[0],
    '--wrong-line': brique[2],
    '--wrong-text': brique[7],
    '--customer': '#ffffff',
    '--customer-line': craie[3],
    '--assistant': tilleul[1],
    '--assistant-line': tilleul[2],
    '--assistant-text': '#2c361a',
    '--assistant-quiet': '#525f37',
    '--person': figue[7],
    '--person-text': '#ffffff',
    '--person-quiet': '#ecd5e1',
    '--person-wrong': '#ffd9cf',
    '--lift': '0 1px 2px rgb(54 22 44 / 8%), 0 6px 20px rgb(54 22 44 / 7%)',
  },
  dark: {
    '--page': nuit[8],
    '--surface': nuit[7],
    '--surface-hover': '#281f26',
    '--surface-chosen': '#38252f',
    '--line': '#332831',
    '--line-strong': nuit[5],
    '--text': nuit[0],
    '--quiet': '#b3a4ad',
    '--accent': figue[3],
    '--accent-hover': figue[2],
    '--accent-soft': '#472a3b',
    '--on-accent': '#2a1121',
    '--shell': '#150d13',
    '--shell-raised': '#33212c',
    '--shell-text': '#fbf3f7',
    '--shell-quiet': '#c3a5b6',
    '--waiting': mirabelle[3],
    '--waiting-soft': '#3a2d10',
    '--waiting-line': '#6a511a',
    '--on-waiting': mirabelle[9],
    '--waiting-text': mirabelle[2],
    '--well': tilleul[3],
    '--well-soft': '#2c3420',
    '--well-line': '#4a5833',
    '--well-text': tilleul[2],
    '--wrong': brique[3],
    '--wrong-soft': '#3b201a',
    '--wrong-line': '#73392c',
    '--wrong-text': brique[2],
    '--customer': '#2d232a',
    '--customer-line': '#45373f',
    '--assistant': '#2b3320',
    '--assistant-line': '#4a5833',
    '--assistant-text': '#eaf0dd',
    '--assistant-quiet': '#b9c79c',
    '--person': '#74375d',
    '--person-text': '#ffffff',
    '--person-quiet': '#ecd0e0',
    '--person-wrong': '#ffd0c4',
    '--lift': '0 1px 2px rgb(0 0 0 / 40%), 0 6px 20px rgb(0 0 0 / 35%)',
  },
})
