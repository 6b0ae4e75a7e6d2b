import { Menu, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconLogout, IconSelector } from '@tabler/icons-react'
import { useLanguage, useWords } from '../lib/i18n'
import type { Desk } from '../sign-in/workspace-gate'
import { Portrait } from '../ui/portrait'
import { appWords } from './app.words'
import classes from './account-menu.module.css'

/** Who is signed in and where; and the few things that are theirs to choose. */
export function AccountMenu({ desk, signOut }: { desk: Desk; signOut: () => void }) {
  const words = useWords(appWords)
  const { language, speak } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { choose, me, workspace } = desk
  const name = me.name ?? me.email ?? me.subject
  return (
    <Menu position="top-end" width={300} radius="lg" shadow="lg" transitionProps={{ duration: 120 }}>
      <Menu.Target>
        <button type="button" className={classes.me} aria-label={`${words.menu} : ${name}, ${workspace.name}`}>
          <Portrait name={name} seed={me.subject} size={36} />
          <span className={classes.who}>
            <strong>{workspace.name}</strong>
            <span>{name}</span>
          </span>
          <IconSelector size={18} className={classes.arrow} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        <div className={classes.account}>
          <strong>{name}</strong>
          <span>{me.email}</span>
        </div>
        {me.workspaces.length > 1 && (
          <>
            <Menu.Divider />
            <Menu.Label>{words.workspace}</Menu.Label>
            {me.workspaces.map((one) => (
              <Menu.Item
                key={one.id}
                className={classes.item}
                leftSection={<Portrait name={one.name} seed={one.id} size={30} />}
                rightSection={one.id === workspace.id ? <IconCheck size={18} aria-hidden /> : null}
                aria-current={one.id === workspace.id || undefined}
                onClick={() => choose(one)}
              >
                <span className={classes.place}>
                  <span>{one.name}</span>
                  <small>{words.role[one.role]}</small>
                </span>
              </Menu.Item>
            ))}
          </>
        )}
        <Menu.Divider />
        <Menu.Label>{words.scheme}</Menu.Label>
        <SegmentedControl
          className={classes.choice}
          fullWidth
          size="md"
          aria-label={words.scheme}
          value={colorScheme}
          onChange={(chosen) => setColorScheme(chosen)}
          data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: words.schemes[value] }))}
        />
        <Menu.Label>{words.language}</Menu.Label>
        <SegmentedControl
          className={classes.choice}
          fullWidth
          size="md"
          aria-label={words.language}
          value={language}
          onChange={(chosen) => speak(chosen)}
          data={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Menu.Divider />
        <Menu.Item className={classes.item} leftSection={<IconLogout size={18} aria-hidden />} onClick={signOut}>
          {words.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
