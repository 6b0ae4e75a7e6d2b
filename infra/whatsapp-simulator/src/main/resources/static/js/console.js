import { enterWebhook, loadAccounts, openAccount } from './api.js'
import { h, icon } from './dom.js'
import { phoneNumber } from './format.js'

/** Twilio's console: accounts to connect a new business with, and where each calls. Resolves when it is closed. */
export async function showConsole(dialog) {
  const accounts = h('div.accounts')
  const draw = async () => accounts.replaceChildren(...(await loadAccounts()).reverse().map(account))
  await draw()
  dialog.replaceChildren(
    h('header', {}, h('h2', { id: 'dialog-title' }, 'Console Twilio simulée'), h('button.put-away', { type: 'button', 'aria-label': 'Fermer', onclick: () => dialog.close() }, icon('close'))),
    h('p.explain', {}, 'Un compte d’essai pour relier un nouvel établissement : recopiez son Account SID et son Auth Token dans Accueil, puis l’adresse qu’Accueil vous donne ici.'),
    newAccountForm(draw),
    accounts,
  )
  return new Promise((resolve) => {
    dialog.addEventListener('close', resolve, { once: true })
    dialog.showModal()
  })
}

function account({ name, address, accountSid, authToken, webhookUrl }) {
  const url = h('input', { type: 'url', required: true, maxlength: '2000', value: webhookUrl ?? '', placeholder: 'https://…', autocomplete: 'off' })
  const said = h('p.said', { role: 'status' })
  const submit = async (event) => {
    event.preventDefault()
    try {
      await enterWebhook(accountSid, url.value.trim())
      said.textContent = 'Enregistré : Twilio appellera cette adresse.'
    } catch (error) {
      said.textContent = error.message
    }
  }
  return h(
    'section.account',
    { 'aria-label': name },
    h('h3', {}, name),
    h('dl', {}, ...[['Account SID', accountSid], ['Auth Token', authToken], ['WhatsApp sender', phoneNumber(address)]].flatMap(([what, value]) => [h('dt', {}, what), h('dd', {}, value)])),
    h('form.new-phone', { onsubmit: submit }, h('label', {}, h('span', {}, 'Webhook URL for incoming messages'), url), said, h('button.primary', { type: 'submit' }, 'Save')),
  )
}

function newAccountForm(draw) {
  const name = h('input', { type: 'text', required: true, maxlength: '60', placeholder: 'Salon Lumière', autocomplete: 'off' })
  const problem = h('p.problem', { role: 'alert', hidden: true })
  const submit = async (event) => {
    event.preventDefault()
    try {
      await openAccount(name.value.trim())
      name.value = ''
      await draw()
    } catch (error) {
      problem.textContent = error.message
      problem.hidden = false
    }
  }
  return h(
    'form.new-phone',
    { onsubmit: submit },
    h('label', {}, h('span', {}, 'Nom de l’établissement'), name),
    problem,
    h('button.primary', { type: 'submit' }, 'Ouvrir un compte d’essai'),
  )
}
