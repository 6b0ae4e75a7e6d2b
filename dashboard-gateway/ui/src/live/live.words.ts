import type { Words } from '../lib/i18n'
import type { Connection } from './live-feed'

export const liveWords: Words<Record<Connection, { short: string; long: string }>> = {
  fr: {
    connecting: { short: 'Connexion…', long: 'Connexion au direct en cours' },
    live: { short: 'En direct', long: 'Les messages apparaissent dès leur arrivée' },
    reconnecting: { short: 'Reconnexion…', long: 'La connexion est interrompue, nouvelle tentative en cours' },
    degraded: { short: 'Mode dégradé', long: 'Le direct ne passe pas : mise à jour toutes les deux secondes' },
    offline: { short: 'Hors ligne', long: 'Pas de réseau : vos messages partiront à son retour' },
  },
  en: {
    connecting: { short: 'Connecting…', long: 'Opening the live feed' },
    live: { short: 'Live', long: 'Messages appear as they arrive' },
    reconnecting: { short: 'Reconnecting…', long: 'The connection was cut, trying again' },
    degraded: { short: 'Degraded', long: 'The live feed does not get through: updated every two seconds' },
    offline: { short: 'Offline', long: 'No network: your messages will leave when it is back' },
  },
}
