import { type Static, Type } from '@sinclair/typebox';
import { deviceApps, deviceSystems } from '../device.ts';
import { Id, Literals, Nullable, Time } from './shared.ts';

/** What this installation can do, said honestly: which scorer judges and whether speech becomes words. */
export const InstallationView = Type.Object({
  scorer: Type.Object({
    kind: Type.String({
      description:
        '`embedded`: rules and word vectors of this installation; `llm`: a language model above them',
    }),
    version: Type.String(),
    model: Nullable(Type.String({ description: 'Name of the language model' })),
    regions: Type.Array(Type.String(), {
      description: 'Regions of jobs whose answers are sent to the model',
    }),
  }),
  /** Null where no recogniser is configured: spoken answers then have no words of their own. */
  transcriber: Nullable(Type.Object({ version: Type.String() })),
  publicUrl: Type.String(),
  /** Whether phones get camera and microphone at that address. */
  secure: Type.Boolean(),
});
export type InstallationView = Static<typeof InstallationView>;

export const AuditVerificationView = Type.Object({
  verified: Type.Integer(),
  unsealed: Type.Integer(),
  broken: Nullable(
    Type.Object({
      chainIndex: Type.Integer(),
      rowId: Id,
      reason: Type.String({ description: '`hash`: a row was altered; `gap`: a row is missing' }),
    }),
  ),
});
export type AuditVerificationView = Static<typeof AuditVerificationView>;

/** A browser that a person is signed in on. */
export const SessionEntryView = Type.Object({
  createdAt: Time,
  expiresAt: Time,
  /** To the day. */
  lastUsedAt: Time,
  /** App and system that the browser named at sign-in; null where it named none that is known. */
  device: Nullable(
    Type.Object({ app: Nullable(Literals(deviceApps)), system: Nullable(Literals(deviceSystems)) }),
  ),
  /** Whether it is the one that asks. */
  current: Type.Boolean(),
});
export type SessionEntryView = Static<typeof SessionEntryView>;
