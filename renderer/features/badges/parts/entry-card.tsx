import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatBadgeCode } from '@shared/domain/badge/code';
import { formatInstant } from '@shared/i18n/format';
import { displayName } from '@shared/domain/person/rules';
import { Permitted } from '@renderer/features/operators';
import { Section } from '../../../ui/page';
import classes from '../badges.module.css';
import type { Print } from '../print/use-print';
import type { Setup } from '../setup';
import type { BadgeEntry, BadgeWorld } from '../world';
import { Preview } from './preview';
import { Revoke } from './revoke';
import { useEntryContent } from './use-content';
import { useDeskName } from './use-desk-name';

interface Props {
  readonly world: BadgeWorld;
  readonly entry: BadgeEntry;
  readonly setup: Setup;
  readonly print: Print;
}

/** One person's badge: how it looks, its code, and what can be done with it. */
export function EntryCard({ world, entry, setup, print }: Props) {
  const { t, i18n } = useTranslation('badges');
  const content = useEntryContent(world, entry, setup);
  const { badge, revoked, prints, plates } = entry;
  const plate = setup.template === 'nameplate';
  const [last] = plate ? plates : prints;
  const printed = last !== undefined;
  const deskName = useDeskName();
  const name = displayName(entry.person);
  return (
    <Section title={name}>
      {content !== null && (
        <Preview
          content={content}
          logo={world.meeting.logo}
          setup={setup}
          label={t('preview.label', { name })}
        />
      )}
      {!plate && (
        <p className={classes.note}>
          {badge !== null ? (
            <>
              {t('code')} <bdi className={classes.number}>{formatBadgeCode(badge.code)}</bdi>
            </>
          ) : (
            t(revoked === null ? 'codeLater' : 'codeAgain', {
              why: revoked?.revokedFor ? t(`why.${revoked.revokedFor}`) : '',
            })
          )}
        </p>
      )}
      {last !== undefined && (
        <p className={classes.note}>
          {t('lastPrinted', {
            place: [
              formatInstant(last.at, i18n.language, world.meeting.timeZone),
              deskName(last.desk),
            ]
              .filter((part) => part !== null)
              .join(', '),
          })}
        </p>
      )}
      <div className={classes.actions}>
        <Permitted act="badge.printed">
          <Button
            variant={printed ? 'default' : 'filled'}
            leftSection={<IconPrinter size={16} stroke={1.7} aria-hidden="true" />}
            disabled={print.printing.state === 'working'}
            onClick={() => void print.print([{ kind: 'person', id: entry.id }])}
          >
            {t(printed ? 'print.again' : 'print.one')}
          </Button>
        </Permitted>
        {!plate && badge !== null && <Revoke badge={badge} />}
      </div>
    </Section>
  );
}
