import { deflateSync } from 'node:zlib'

/** A file of its kind, made up: a picture of dusk, a note that is hummed, a card of two people. */
export function toFile(contentType: string): { body: Buffer; type: string } {
  if (contentType.startsWith('image/')) return { body: picture(480, 600), type: 'image/png' }
  if (contentType.startsWith('audio/')) return { body: sound(7), type: 'audio/wav' }
  if (contentType.startsWith('text/')) return { body: Buffer.from(card), type: 'text/vcard' }
  return { body: Buffer.from('%PDF-1.4\n%%EOF\n'), type: contentType }
}

const card = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:Moreau;Nadège;;;',
  'FN:Nadège Moreau',
  'ORG:Fleurs & Jardins;',
  'item1.TEL;waid=33639980099:+33 6 39 98 00 99',
  'TEL;TYPE=WORK:01 99 00 12 34',
  'EMAIL:nadege@fleurs.example',
  'END:VCARD',
].join('\r\n')

function picture(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const petal = Math.sin(Math.hypot(x - width / 2, y - height * 0.45) / 22 + Math.atan2(y - 270, x - 240) * 5)
      const at = y * (width * 3 + 1) + 1 + x * 3
      rows[at] = 150 + 70 * petal * (1 - y / height) + 20
      rows[at + 1] = 70 + 60 * (y / height) + 25 * petal
      rows[at + 2] = 110 + 50 * (x / width)
    }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data])
  const whole = Buffer.alloc(typed.length + 8)
  whole.writeUInt32BE(data.length, 0)
  whole.set(typed, 4)
  whole.writeUInt32BE(crc(typed), typed.length + 4)
  return whole
}

function crc(data: Buffer): number {
  let rest = 0xffffffff
  for (const byte of data) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  }
  return (rest ^ 0xffffffff) >>> 0
}

function sound(seconds: number): Buffer {
  const rate = 8_000
  const wave = Buffer.alloc(44 + rate * seconds, 128)
  wave.write('RIFF', 0)
  wave.writeUInt32LE(36 + rate * seconds, 4)
  wave.write('WAVEfmt ', 8)
  wave.writeUInt32LE(16, 16)
  wave.writeUInt16LE(1, 20)
  wave.writeUInt16LE(1, 22)
  wave.writeUInt32LE(rate, 24)
  wave.writeUInt32LE(rate, 28)
  wave.writeUInt16LE(1, 32)
  wave.writeUInt16LE(8, 34)
  wave.write('data', 36)
  wave.writeUInt32LE(rate * seconds, 40)
  for (let at = 0; at < rate * seconds; at++) wave[44 + at] = 128 + 20 * Math.sin(at / 6)
  return wave
}
