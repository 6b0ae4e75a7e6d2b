/** Makes an element: attributes, `on…` listeners, then children (text, elements, or nothing). */
export function h(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split('.')
  const element = document.createElement(tag || 'div')
  if (classes.length > 0) element.className = classes.join(' ')
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value)
    else if (value === true) element.setAttribute(key, '')
    else if (value !== false && value != null) element.setAttribute(key, value)
  }
  element.append(...children.flat().filter((child) => child != null && child !== false))
  return element
}

const PATHS = {
  back: 'M15 5l-7 7 7 7',
  video: 'M3.500 7.500a2 2 0 0 1 2-2h7a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2zM14.500 11l6-3.500v9l-6-3.500',
  call: 'M5 4.500h3.500l1.700 4.300-2.200 1.600a12 12 0 0 0 5.600 5.600l1.600-2.200 4.300 1.700V19a1.500 1.500 0 0 1-1.600 1.500A16 16 0 0 1 3.500 6.100 1.500 1.500 0 0 1 5 4.500z',
  plus: 'M12 5v14M5 12h14',
  send: 'M4.500 12L3.500 4.800 20.500 12 3.500 19.200z M4.500 12H12',
  photo: 'M4 7.500a2 2 0 0 1 2-2h2l1.500-2h5l1.500 2h2a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM12 16.200a3.700 3.700 0 1 0 0-7.400 3.700 3.700 0 0 0 0 7.400z',
  place: 'M12 21s7-6.200 7-11.500A7 7 0 0 0 5 9.500C5 14.800 12 21 12 21zM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  close: 'M6 6l12 12M18 6L6 18',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.200 2',
  warn: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.500v5.500M12 16.300v.100',
  down: 'M6 9.500l6 6 6-6',
  flower: 'M12 12m-2.200 0a2.200 2.200 0 1 0 4.400 0a2.200 2.200 0 1 0-4.400 0M12 9.800c-3-2.600-2.400-6.300 0-6.300s3 3.700 0 6.300zM14.100 11.300c1.500-3.600 5.300-3.600 6-1.300s-2.500 4.100-6 1.300zM13.300 13.800c3.900.300 5.100 3.900 3.100 5.300s-4.600-1.400-3.100-5.300zM10.700 13.800c1.500 3.900-1.100 6.700-3.100 5.300s-.800-5 3.100-5.300zM9.900 11.300c-3.500 2.800-6.700 1-6-1.300s4.500-2.300 6 1.300z',
  drop: 'M12 3.500s6.200 6.600 6.200 11a6.200 6.200 0 0 1-12.400 0c0-4.400 6.200-11 6.200-11zM9 14.800a3.100 3.100 0 0 0 3 3',
  shop: 'M4 9.500l1.500-5h13l1.500 5M4 9.500a2.700 2.700 0 0 0 5.300 0 2.700 2.700 0 0 0 5.400 0 2.700 2.700 0 0 0 5.300 0M5.500 12.500v7h13v-7',
}

/** A line icon, drawn in the colour of the text around it. */
export function icon(name, label) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', `icon icon-${name}`)
  if (label) {
    svg.setAttribute('role', 'img')
    svg.setAttribute('aria-label', label)
  } else {
    svg.setAttribute('aria-hidden', 'true')
  }
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', PATHS[name])
  svg.append(path)
  return svg
}

/** One or two ticks. */
export function ticks(count, label) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 18 12')
  svg.setAttribute('class', 'ticks')
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', label)
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', count === 1 ? 'M4 6.500l3.300 3.300L14 2.500' : 'M1.200 6.500l3.300 3.300L11.200 2.500M8.300 9.400l.500.500L15.800 2.500')
  svg.append(path)
  return svg
}

export function avatar(name, colour, sign) {
  return h('span.avatar', { 'data-colour': colour, 'aria-hidden': 'true' }, sign ? icon(sign) : initials(name))
}

function initials(name) {
  const letters = name.match(/\p{L}+/gu) ?? ['?']
  return letters.slice(0, 2).map((word) => word[0].toUpperCase()).join('')
}
