import type { AnswerOf } from '@shared/contract/contract';
import { draft } from '@shared/operation/draft';
import { pinGate, type Attempts } from '../protection/attempts';
import { checkPin, makePinVerifier } from '../protection/pin';
import type { PinCheck } from '../protection/types';
import type { OperatorsPort, SettingsPort } from './host';
import type { KnownOperator, OperatorRecords } from './operator-records';
import type { RegisterPort } from './register-port';

type Answer = AnswerOf<'operators.signIn'>;
type Refusal = Extract<Answer, { ok: false }>['reason'];

const refused = (reason: Refusal, waitMs = 0): Answer => ({ ok: false, reason, waitMs });

/** Who sits at the desk: the operators of the journal, their PINs, and the one who acts. */
export function createOperators(options: {
  records: () => OperatorRecords;
  register: Pick<RegisterPort, 'commit'>;
  settings: Pick<SettingsPort, 'read' | 'actAs'>;
  attempts: Attempts;
  newId: () => string;
  /** Cost of the slow hash; only tests take another one. */
  pinCost?: number;
}): OperatorsPort {
  const { records, register, settings, attempts, newId, pinCost } = options;

  /** Null when the operator has shown to be who they say. */
  async function prove({ id, pin }: KnownOperator, given: string | null): Promise<Answer | null> {
    if (pin === null) return null;
    if (given === null) return refused('pin-needed');
    const tried = await attempts.attempt(pinGate(id), () => checkPin(given, pin));
    return tried.ok ? null : refused(tried.reason, tried.waitMs);
  }

  /** One's own PIN by the PIN until now; another's only as a coordinator. */
  async function maySet(operator: KnownOperator, current: string | null): Promise<Answer | null> {
    const acting = settings.read().operator.id;
    if (operator.id === acting) return prove(operator, current);
    const known = records();
    const coordinates = known.roles && known.find(acting)?.role === 'coordinator';
    return coordinates ? null : refused('not-permitted');
  }

  return {
    async signIn({ operator: id, pin }) {
      const operator = records().find(id);
      if (operator === null) return refused('unknown');
      const refusal = await prove(operator, pin);
      if (refusal !== null) return refusal;
      settings.actAs(id);
      return { ok: true };
    },

    async setPin({ operator: id, current, pin }) {
      const operator = records().find(id);
      if (operator === null) return refused('unknown');
      const refusal = await maySet(operator, current);
      if (refusal !== null) return refusal;
      const verifier = pin === null ? null : await makePinVerifier(pin, pinCost);
      const answer = await register.commit([
        draft(
          { newId, now: '' },
          {
            type: 'operator.secured',
            over: [...operator.pinHeads],
            subjects: [id],
            body: { id, set: { secured: pin !== null } },
            personal: { set: { pin: verifier } },
          },
        ),
      ]);
      if (!answer.ok) return refused(reasonOf(answer.reason));
      // The wrong tries were at another PIN.
      attempts.forgive(pinGate(id));
      return { ok: true };
    },

    arrived: (id) => settings.actAs(id),
  };
}

function reasonOf(reason: string): Refusal {
  return reason === 'disk-full' || reason === 'not-permitted' ? reason : 'failed';
}

/** The PINs of the journal, for the locked screen. */
export function pinCheck(records: () => OperatorRecords): PinCheck {
  return {
    operators() {
      return presentOf(records)
        .filter(({ pin }) => pin !== null)
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => a.name.localeCompare(b.name));
    },
    async check(id, pin) {
      const verifier = records().find(id)?.pin ?? null;
      return verifier !== null && checkPin(pin, verifier);
    },
  };
}

/** A register that cannot be read at the moment must not keep the locked screen from asking at all. */
function presentOf(records: () => OperatorRecords): readonly KnownOperator[] {
  try {
    return records().present;
  } catch {
    return [];
  }
}
