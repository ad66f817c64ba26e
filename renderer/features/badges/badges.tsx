import { Button, SegmentedControl } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import { Permitted } from '@renderer/features/operators';
import { useCommands } from '../../ui/commands';
import { ariaKeys } from '../../ui/keys';
import { Page, PageHeader } from '../../ui/page';
import classes from './badges.module.css';
import { FloatingView } from './parts/floating-view';
import { LogView } from './parts/log-view';
import { PeopleView } from './parts/people-view';
import { PrintState } from './parts/print-state';
import { ReasonDialog } from './parts/reason-dialog';
import { SetupCard } from './parts/setup-card';
import type { PrintItem } from './print/plan';
import { usePrint } from './print/use-print';
import { useSetup } from './use-setup';
import { stateOf, type BadgeEntry, type BadgeWorld } from './world';

const VIEWS = ['people', 'floating', 'log'] as const;
type View = (typeof VIEWS)[number];

const PRINT_KEYS = 'Mod+P';

/** Who has a badge and who has none; printing, lending and revoking them. */
export function Badges({ world }: { readonly world: BadgeWorld }) {
  const { t, i18n } = useTranslation('badges');
  const [view, setView] = useState<View>('people');
  const setup = useSetup();
  const printing = usePrint(world.meeting.id, setup);
  const entries = useMemo(() => world.entries(), [world]);
  const plate = setup.template === 'nameplate';
  const unprinted = useMemo(
    () => entries.filter((entry) => isUnprinted(entry, plate)),
    [entries, plate],
  );
  const number = (value: number) => formatNumber(value, i18n.language);
  const { print } = printing;
  const printAll = () => void print(unprinted.map(itemOf));
  const label = t(plate ? 'print.platesLeft' : 'print.left', {
    count: unprinted.length,
    number: number(unprinted.length),
  });
  const none = unprinted.length === 0;
  const commands = useMemo(
    () =>
      none
        ? []
        : [
            {
              id: 'badges.print',
              label,
              group: t('title'),
              keys: PRINT_KEYS,
              run: () => void print(unprinted.map(itemOf)),
            },
          ],
    [none, label, t, print, unprinted],
  );
  useCommands(commands);

  return (
    <Page width="full">
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', {
          count: entries.length,
          number: number(entries.length),
          printed: number(entries.filter((entry) => stateOf(entry) === 'printed').length),
        })}
        action={
          none ? undefined : (
            <Permitted act="badge.printed" label={label} keys={PRINT_KEYS}>
              <Button
                leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden="true" />}
                aria-keyshortcuts={ariaKeys(PRINT_KEYS)}
                loading={printing.printing.state === 'working'}
                onClick={printAll}
              >
                {label}
              </Button>
            </Permitted>
          )
        }
      />
      <div className={classes.viewBar}>
        <SegmentedControl
          aria-label={t('view.label')}
          value={view}
          data={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={(value) => setView(VIEWS.find((one) => one === value) ?? 'people')}
        />
      </div>
      <PrintState print={printing} />
      {view === 'people' && (
        <PeopleView
          world={world}
          entries={entries}
          setup={setup}
          print={printing}
          card={<SetupCard world={world} setup={setup} />}
        />
      )}
      {view === 'floating' && (
        <FloatingView
          world={world}
          entries={entries}
          setup={setup}
          print={printing}
          card={<SetupCard world={world} setup={setup} />}
        />
      )}
      {view === 'log' && <LogView world={world} />}
      <ReasonDialog print={printing} plate={plate} />
    </Page>
  );
}

const itemOf = ({ id }: BadgeEntry): PrintItem => ({ kind: 'person', id });

/** Somebody for whom nothing was printed yet; whose badge was revoked is decided one by one. */
function isUnprinted(entry: BadgeEntry, plate: boolean): boolean {
  return plate ? entry.plates.length === 0 : stateOf(entry) === 'not-printed';
}
