import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { called } from '@shared/codecs/journal/words';
import type { JournalFault, RegisterStatus } from '@shared/contract/register';
import { formatInstant, formatNumber } from '@shared/i18n/format';
import { catalogue } from '@shared/journal/catalogue';
import { stampTime } from '@shared/operation/clock';
import type { PageStyle } from '../use-style';
import type { Told, Verifying } from '../use-verification';
import classes from '../journal.module.css';

interface Props {
  readonly verifying: Verifying;
  /** What was found, now or after the start; null: nothing that one has to know. */
  readonly told: Told | null;
  readonly style: PageStyle;
  readonly onShow: (record: string) => void;
  readonly onClose: () => void;
}

/** As many faults as one reads one by one. */
const SHOWN = 20;

/** What verifying the journal has found. */
export function VerificationResult({ verifying, told, style, onShow, onClose }: Props) {
  const { t } = useTranslation('journal');
  switch (verifying.state) {
    case 'running':
      return (
        <div className={classes.notice} role="status">
          <Loader size="xs" />
          <p>{t('verify.running')}</p>
        </div>
      );
    case 'failed':
      return (
        <div className={classes.notice} data-tone="bad" role="alert">
          <IconAlertTriangle size={20} aria-hidden="true" />
          <p>{t('verify.failed')}</p>
          <Close onClose={onClose} />
        </div>
      );
    case 'idle':
    case 'done':
      return told === null ? null : (
        <Found result={told} style={style} onShow={onShow} onClose={onClose} />
      );
  }
}

function Close({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('journal');
  return (
    <Button className={classes.noticeClose} size="compact-sm" variant="subtle" onClick={onClose}>
      {t('verify.close')}
    </Button>
  );
}

interface FoundProps extends Omit<Props, 'verifying' | 'told'> {
  readonly result: Told;
}

function Found({ result, style, onShow, onClose }: FoundProps) {
  const { t, i18n } = useTranslation('journal');
  const number = (value: number) => formatNumber(value, i18n.language);
  const { faults, count, operations, backup, healed } = result;
  const time = instantText(result.at, style);
  const sound = count === 0;
  const Icon = sound ? IconShieldCheck : IconAlertTriangle;
  const rest = count - Math.min(faults.length, SHOWN);
  return (
    <div className={classes.notice} data-tone={sound ? 'good' : 'bad'} role="status">
      <Icon size={22} stroke={1.7} aria-hidden="true" />
      <div className={classes.noticeBody}>
        <p className={classes.noticeTitle}>
          {sound
            ? t('verify.soundTitle')
            : t(healed ? 'verify.healedTitle' : 'verify.faultTitle', {
                count,
                number: number(count),
              })}
        </p>
        {sound && (
          <p>{t('verify.soundText', { count: operations, number: number(operations), time })}</p>
        )}
        {backup !== null && <p>{t(`verify.backup.${backup}`)}</p>}
        {healed && <p>{t('verify.healed')}</p>}
        {!sound && (
          <ul className={classes.faults}>
            {faults.slice(0, SHOWN).map((fault, at) => (
              <FaultLine key={at} fault={fault} healed={healed} style={style} onShow={onShow} />
            ))}
            {rest > 0 && <li>{t('verify.more', { count: rest, number: number(rest) })}</li>}
          </ul>
        )}
      </div>
      <Close onClose={onClose} />
    </div>
  );
}

interface FaultLineProps {
  readonly fault: JournalFault;
  /** There is nothing left to be done. */
  readonly healed: boolean;
  readonly style: PageStyle;
  readonly onShow: (record: string) => void;
}

/** One fault: what, where, what it touches, and what to do. */
function FaultLine({ fault, healed, style, onShow }: FaultLineProps) {
  const { t } = useTranslation('journal');
  const { kind, replica, seq, record, meeting, at, detail } = fault;
  const where = [
    replica === null ? null : called(style, 'desks', replica),
    seq === null ? null : `${t('column.number')} ${String(seq)}`,
    at === null ? null : instantText(at, style),
  ].filter((part) => part !== null);
  const touches = [
    record === null ? null : recordName(fault, style),
    meeting === null ? null : called(style, 'meetings', meeting),
    fault.type,
    detail,
  ].filter((part) => part !== null);
  return (
    <li className={classes.fault}>
      <p>
        <strong>{t(`verify.fault.${kind}`)}</strong>
        {where.length > 0 && <> · {where.join(' · ')}</>}
      </p>
      {touches.length > 0 && (
        <p>
          {t('verify.touches')} {touches.join(' · ')}{' '}
          {record !== null && (
            <Button size="compact-xs" variant="default" onClick={() => onShow(record)}>
              {t('verify.show')}
            </Button>
          )}
        </p>
      )}
      {!healed && <p className={classes.quiet}>{t(`verify.remedy.${kind}`)}</p>}
    </li>
  );
}

function recordName({ type, record, meeting }: JournalFault, style: PageStyle): string {
  const entry =
    type !== null && Object.hasOwn(catalogue, type)
      ? catalogue[type as keyof typeof catalogue]
      : null;
  return called(style, entry?.kind === 'record' ? entry.table : 'people', record ?? '', meeting);
}

/** The last verification, whoever asked for it. */
export function LastVerified({
  status,
  style,
}: {
  readonly status: RegisterStatus | null;
  readonly style: PageStyle;
}) {
  const { t, i18n } = useTranslation('journal');
  if (status === null) return null;
  if (status.verified === null) return <>{t('verify.never')}</>;
  const { at, operations, faults } = status.verified;
  const number = (value: number) => formatNumber(value, i18n.language);
  const result =
    faults === 0
      ? t('verify.sound')
      : t('verify.faults', { count: faults, number: number(faults) });
  return (
    <>
      {t('verify.last', {
        count: operations,
        number: number(operations),
        time: instantText(at, style),
        result,
      })}
    </>
  );
}

/** A stamp or an ISO instant as one reads it. */
function instantText(at: string, { language, timeZone }: PageStyle): string {
  return formatInstant(stampTime(at), language, timeZone);
}
