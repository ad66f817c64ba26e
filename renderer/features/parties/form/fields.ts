import type { ErrorOf } from './party-form';
import type { PartyForm } from './values';

/** What every part of the form is given. */
export interface FieldsProps {
  values: PartyForm;
  change: (patch: Partial<PartyForm>) => void;
  errorOf: ErrorOf;
}
