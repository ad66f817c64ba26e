import { Button, Checkbox, Group, Radio } from '@mantine/core';
import { IconDeviceFloppy, IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalFilter } from '@shared/contract/register';
import { Dialog } from '../../../ui/dialog';
import { WorkProgress } from '../../../ui/work-progress';
import { useExport, type ExportChoice } from '../use-export';
import type { PageStyle } from '../use-style';
import classes from '../journal.module.css';

interface Props {
  readonly opened: boolean;
  readonly filter: JournalFilter;
  readonly style: PageStyle;
  /** There are invented people in the programme. */
  readonly synthetic: boolean;
  readonly onClose: () => void;
}

/** What leaves, in which form, and with or without names. */
export function ExportDialog({ opened, filter, style, synthetic, onClose }: Props) {
  const { t } = useTranslation('journal');
  const [choice, setChoice] = useState<ExportChoice>({ format: 'xlsx', withNames: false });
  const { exporting, save, forget } = useExport(filter, style, synthetic);
  const making = exporting.state === 'making' ? exporting : null;
  const change = (part: Partial<ExportChoice>) => {
    setChoice({ ...choice, ...part });
    forget();
  };
  const close = () => {
    making?.stop.abort();
    forget();
    onClose();
  };
  return (
    <Dialog opened={opened} title={t('export.title')} onClose={close}>
      <div className={classes.export}>
        <p>{t('export.what')}</p>
        <Radio.Group
          label={t('export.format')}
          value={choice.format}
          onChange={(format) => change({ format: format === 'csv' ? 'csv' : 'xlsx' })}
        >
          <Group gap="lg" mt="xs">
            <Radio value="xlsx" label={t('export.xlsx')} disabled={making !== null} />
            <Radio value="csv" label={t('export.csv')} disabled={making !== null} />
          </Group>
        </Radio.Group>
        <Checkbox
          label={t('export.withNames')}
          description={t('export.withNamesHint')}
          checked={choice.withNames}
          disabled={making !== null}
          onChange={(event) => change({ withNames: event.currentTarget.checked })}
        />
        {choice.withNames && (
          <p className={classes.notice} data-tone="warning" role="note">
            <IconShieldLock size={20} stroke={1.7} aria-hidden="true" />
            <span>{t('export.personal')}</span>
          </p>
        )}
        {making !== null && (
          <WorkProgress
            label={t(`export.${phaseOf(making.progress?.phase)}`)}
            done={making.progress?.done ?? 0}
            total={making.progress?.total ?? null}
            onCancel={() => making.stop.abort()}
          />
        )}
        {exporting.state === 'saved' && (
          <p role="status">{t('export.saved', { name: exporting.name })}</p>
        )}
        {exporting.state === 'not-saved' && <p role="status">{t(`export.${exporting.why}`)}</p>}
        <Group justify="flex-end">
          <Button
            leftSection={<IconDeviceFloppy size={18} stroke={1.7} aria-hidden="true" />}
            disabled={making !== null}
            onClick={() => void save(choice)}
          >
            {t('export.save')}
          </Button>
        </Group>
      </div>
    </Dialog>
  );
}

function phaseOf(phase: string | undefined): 'reading' | 'looking' | 'writing' {
  return phase === 'looking' || phase === 'writing' ? phase : 'reading';
}
