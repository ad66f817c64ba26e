import { Button, Group } from '@mantine/core';
import { IconFileDownload, IconPrinter } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '@renderer/features/settings';
import { today } from '@renderer/ui/today';
import { Notice } from '../notice';
import classes from '../protection.module.css';
import { CodeInput } from '../secret-input';
import type { Recovery } from './prepare';
import { PrintedSheet } from './printed-sheet';
import { recoverySheet } from './recovery-sheet';
import sheetClasses from './sheet.module.css';
import { typedRight, type Typed } from './typed';
import { useSaveSheet } from './use-save-sheet';

interface SheetBodyProps {
  recovery: Recovery;
  typed: Typed;
  onTyped: (typed: Typed) => void;
  /** Somebody wanted to go on: what is not typed right is marked. */
  tried: boolean;
  /** It takes the focus, so that it is heard from its beginning. */
  focused?: boolean;
}

/** The code, the ways to have it on paper, and two groups that are typed back from there. */
export function SheetBody({ recovery, typed, onTyped, tried, focused = false }: SheetBodyProps) {
  const { t, i18n } = useTranslation('protection');
  const { deskName: desk } = useSettings().settings;
  const { language } = i18n;
  const { code, asked } = recovery;
  const sheet = useMemo(
    () => recoverySheet({ desk, day: today(), code, language }, t),
    [desk, code, language, t],
  );
  const { saving, save } = useSaveSheet(sheet);
  // Whoever types them back has to look at the paper, not at the screen.
  const [typing, setTyping] = useState(false);
  const why = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (focused) why.current?.focus();
  }, [focused]);
  const right = typedRight(recovery, typed);
  const field = (at: 0 | 1) => (
    <CodeInput
      label={t('sheet.group', { number: asked[at] + 1 })}
      value={typed[at]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onTyped(at === 0 ? [value, typed[1]] : [typed[0], value]);
      }}
      error={tried && !right[at] ? t('sheet.notTyped') : undefined}
    />
  );
  return (
    <>
      <p ref={why} className={classes.text} tabIndex={-1}>
        {t('sheet.why')}
      </p>
      <ol className={sheetClasses.groups} aria-label={t('recovery.code')}>
        {sheet.groups.map((group, at) => (
          <li key={at} className={sheetClasses.group}>
            <span className={sheetClasses.place}>{at + 1}</span>
            <span className={sheetClasses.signs}>
              {typing && asked.includes(at) ? '••••' : group}
            </span>
          </li>
        ))}
      </ol>
      <div>
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} stroke={1.7} />}
            onClick={() => window.print()}
          >
            {t('sheet.print')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileDownload size={18} stroke={1.7} />}
            loading={saving.state === 'saving'}
            onClick={() => void save()}
          >
            {t('sheet.save')}
          </Button>
        </Group>
        <div role="status" className={sheetClasses.saved}>
          {saving.state === 'saved' && (
            <p className={classes.soft}>{t('sheet.saved', { name: saving.name })}</p>
          )}
          {saving.state === 'not-saved' && (
            <Notice tone="bad">{t(`sheet.notSaved.${saving.why}`)}</Notice>
          )}
        </div>
      </div>
      <div
        role="group"
        aria-label={t('sheet.typeBack')}
        onFocus={() => setTyping(true)}
        onBlur={() => setTyping(false)}
      >
        <p className={classes.text}>{t('sheet.typeBack')}</p>
        <div className={classes.typed}>
          {field(0)}
          {field(1)}
        </div>
      </div>
      <PrintedSheet sheet={sheet} />
    </>
  );
}
