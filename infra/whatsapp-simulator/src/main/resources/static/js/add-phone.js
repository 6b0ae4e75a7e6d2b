import { addPhone } from './api.js'
import { avatar, h, icon } from './dom.js'
import { phoneNumber } from './format.js'

/** Asks which phone to put on the table: one that lies in the drawer, or a new one. */
export function askForPhone(dialog, inDrawer, colourOf) {
  return new Promise((resolve) => {
    let chosen = null
    const choose = (phone) => {
      chosen = phone
      dialog.close()
    }
    dialog.replaceChildren(
      h('header', {}, h('h2', { id: 'dialog-title' }, 'Ajouter un téléphone'), h('button.put-away', { type: 'button', 'aria-label': 'Fermer', onclick: () => dialog.close() }, icon('close'))),
      newPhoneForm(choose),
      ...(inDrawer.length > 0 ? [h('h3', {}, 'Dans le tiroir'), h('ul.drawer', {}, ...inDrawer.map((phone) => drawerRow(phone, colourOf, choose)))] : []),
    )
    dialog.addEventListener('close', () => resolve(chosen), { once: true })
    dialog.showModal()
    dialog.querySelector('input').focus()
  })
}

function drawerRow(phone, colourOf, choose) {
  return h('li', {}, h('button', { type: 'button', onclick: () => choose(phone) }, avatar(phone.name, colourOf(phone)), h('span', {}, h('strong', {}, phone.name), h('span', {}, phoneNumber(phone.address)))))
}

function newPhoneForm(choose) {
  const name = h('input', { type: 'text', name: 'name', required: true, maxlength: '60', placeholder: 'Camille Dupont', autocomplete: 'off' })
  const hides = h('input', { type: 'checkbox', name: 'hides' })
  const problem = h('p.problem', { role: 'alert', hidden: true })
  const submit = async (event) => {
    event.preventDefault()
    try {
      choose(await addPhone({ name: name.value.trim(), hidesNumber: hides.checked }))
    } catch (error) {
      problem.textContent = error.message
      problem.hidden = false
    }
  }
  return h(
    'form.new-phone',
    { onsubmit: submit },
    h('label', {}, h('span', {}, 'Nom du client'), name),
    h('label.check', {}, hides, h('span', {}, 'Cache son numéro derrière un nom d’utilisateur WhatsApp')),
    problem,
    h('button.primary', { type: 'submit' }, 'Ajouter'),
  )
}
