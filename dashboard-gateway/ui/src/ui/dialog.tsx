import { IconX } from '@tabler/icons-react'
import { useCallback, useId, type ReactNode } from 'react'
import classes from './dialog.module.css'

interface DialogProps {
  title: string
  close: string
  onClose: () => void
  /** A picture has the whole screen; anything else a sheet. */
  whole?: boolean
  children: ReactNode
}

/** In front of all else, until it is closed. The browser's own: it keeps the focus and listens to Escape. */
export function Dialog({ title, close, onClose, whole, children }: DialogProps) {
  const id = useId()
  const open = useCallback((dialog: HTMLDialogElement | null) => {
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    // A click beside it closes; the keyboard has Escape and the button.
    <dialog
      ref={open}
      className={classes.dialog}
      data-whole={whole || undefined}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className={classes.sheet}>
        <header className={classes.head}>
          <h2 id={id} className={classes.title}>
            <bdi>{title}</bdi>
          </h2>
          <button type="button" className={classes.close} aria-label={close} onClick={onClose}>
            <IconX size={22} aria-hidden />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
