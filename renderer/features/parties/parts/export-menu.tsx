import { Button, Menu } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { registryCsv } from '@shared/codecs/parties/write';
import { nameIn } from '@shared/domain/language';
import type { Party } from '@shared/domain/party/types';
import { sortParties } from '@shared/domain/programme/collate';
import { programmeFileText } from '@shared/domain/programme/exchange';
import type { Programme } from '@shared/domain/programme/operations';
import { today } from '../../../ui/today';
import { saveFile, tellSaved } from '../../files';

interface ExportMenuProps {
  parties: readonly Party[];
  programmes: readonly Programme[];
}

/** The registry as a list, or the programme for another one to begin with. */
export function ExportMenu({ parties, programmes }: ExportMenuProps) {
  const { t, i18n } = useTranslation('parties');
  const save = (name: string, text: string) =>
    tellSaved(saveFile(name, new TextEncoder().encode(text)), {
      saved: (as) => t('export.saved', { name: as }),
      failed: t('export.failed'),
    });
  const registry = (focalPoints: boolean) => {
    const text = registryCsv(sortParties(parties, 'en'), { focalPoints });
    void save(`${t('export.registryFile')}-${today()}.csv`, text);
  };
  return (
    <Menu position="bottom-end" shadow="md" width={380}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconFileExport size={18} aria-hidden="true" />}>
          {t('export.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('export.registry')}</Menu.Label>
        <Menu.Item onClick={() => registry(false)}>{t('export.withoutFocalPoints')}</Menu.Item>
        <Menu.Item onClick={() => registry(true)}>{t('export.withFocalPoints')}</Menu.Item>
        <Menu.Label>{t('export.programme')}</Menu.Label>
        {programmes.map((programme) => (
          <Menu.Item
            key={programme.id}
            onClick={() => {
              const text = programmeFileText(programme, parties);
              void save(`${t('export.programmeFile')}-${today()}.json`, text);
            }}
          >
            {t('export.programmeItem', { name: nameIn(programme.names, i18n.language) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
