import { z } from 'zod';

/** What somebody does at a desk, and so what they may do (see rules.ts). */
export const ROLES = ['coordinator', 'rapporteur', 'registration', 'read-only'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

export const operatorFields = z.object({
  /** The granted role; null: the grant was taken back. Only `operator.granted` sets it. */
  role: roleSchema.nullable(),
  /**
   * From when the grant holds (ISO instant, UTC); null: from the operation itself. An earlier instant
   * lets a coordinator approve what somebody did before their grant.
   */
  since: z.iso.datetime().nullable(),
  /** A PIN is set. */
  secured: z.boolean(),
});

/** A slow hash of a PIN: scrypt with these costs over the digits and the salt (both hex). */
export const pinVerifierSchema = z.strictObject({
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  cost: z.int().min(2),
});
export type PinVerifier = z.infer<typeof pinVerifierSchema>;

export const operatorPersonal = z.object({
  name: z.string().max(200),
  pin: pinVerifierSchema.nullable(),
});

export type OperatorFields = z.infer<typeof operatorFields> & z.infer<typeof operatorPersonal>;
export interface Operator extends OperatorFields {
  readonly id: string;
}
export const OPERATOR_DEFAULTS: OperatorFields = {
  role: null,
  since: null,
  secured: false,
  name: '',
  pin: null,
};
