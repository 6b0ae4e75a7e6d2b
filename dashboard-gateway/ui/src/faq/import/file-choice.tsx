import { IconFileUpload } from '@tabler/icons-react'
import { useState, type DragEvent } from 'react'
import { useWords } from '../../lib/i18n'
import { importWords } from './import.words'
import classes from './import.module.css'

interface FileChoiceProps {
  hasFile: boolean
  isDisabled: boolean
  onChoose: (file: File) => void
}

/** The browser's own choice of a file, on which one can be dropped too. */
export function FileChoice({ hasFile, isDisabled, onChoose }: FileChoiceProps) {
  const words = useWords(importWords)
  const [isOver, setOver] = useState(false)
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <label
      className={classes.choice}
      data-over={isOver || undefined}
      data-small={hasFile || undefined}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const [file] = event.dataTransfer.files
        if (file && !isDisabled) onChoose(file)
      }}
    >
      <IconFileUpload size={hasFile ? 22 : 30} aria-hidden />
      <span>
        <strong>{hasFile ? words.another : words.choose}</strong> <small>{words.drop}</small>
      </span>
      <input
        type="file"
        accept=".csv,text/csv"
        className={classes.input}
        disabled={isDisabled}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) onChoose(file)
          // The same file, corrected, is another choice.
          currentTarget.value = ''
        }}
      />
    </label>
  )
}
