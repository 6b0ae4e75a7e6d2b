import classes from './word-mark.module.css'

/** "Accueil", its i dotted with a mirabelle: the light that says someone is there. */
export function WordMark({ size = 28 }: { size?: number }) {
  return (
    <span className={classes.mark} style={{ fontSize: size }} role="img" aria-label="Accueil">
      <span aria-hidden>
        Accue<span className={classes.i}>ı</span>l
      </span>
    </span>
  )
}
