import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'

export type Language = 'fr' | 'en'

/** The same words in each language; French says which there are. */
export interface Words<T> {
  fr: T
  en: T
}

interface Spoken {
  language: Language
  speak: (language: Language) => void
}

const REMEMBERED = 'accueil.language'
const LanguageContext = createContext<Spoken>({ language: 'fr', speak: () => undefined })

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'fr'))
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const spoken = useMemo(
    () => ({
      language,
      speak: (chosen: Language) => {
        localStorage.setItem(REMEMBERED, chosen)
        setLanguage(chosen)
      },
    }),
    [language],
  )
  return <LanguageContext value={spoken}>{children}</LanguageContext>
}

export function useLanguage(): Spoken {
  return useContext(LanguageContext)
}

export function useWords<T>(words: Words<T>): T {
  return words[useLanguage().language]
}
