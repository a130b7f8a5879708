import { type Static, Type } from '@sinclair/typebox';
import type { ResumeProfile } from '#core/resume/profile.ts';
import { Literals, Nullable } from './shared.ts';

const Line = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const Words = (maxLength: number) => Type.String({ maxLength });

/** `YYYY-MM`, `YYYY`, `present`, or null when not stated. */
const ResumeDate = Nullable(
  Type.String({ pattern: '^((19|20)\\d{2}(-(0[1-9]|1[0-2]))?|present)$', maxLength: 10 }),
);

const closed = { additionalProperties: false } as const;

export const Degree = Literals(['初中', '高中', '中专', '大专', '本科', '硕士', '博士'] as const);

/** The facts of a profile as people may type them; unknown is null. */
export const ResumeProfileBody = Type.Object(
  {
    name: Nullable(Line(80)),
    phone: Nullable(Line(40)),
    email: Nullable(Line(200)),
    birthYear: Nullable(Type.Integer({ minimum: 1900, maximum: 2100 })),
    city: Nullable(Line(80)),
    years: Nullable(Type.Number({ minimum: 0, maximum: 70 })),
    education: Type.Array(
      Type.Object(
        {
          school: Words(200),
          degree: Nullable(Degree),
          major: Nullable(Words(200)),
          from: ResumeDate,
          to: ResumeDate,
          mode: Type.Optional(Words(40)),
        },
        closed,
      ),
      { maxItems: 30 },
    ),
    work: Type.Array(
      Type.Object(
        {
          company: Words(200),
          title: Nullable(Words(200)),
          from: ResumeDate,
          to: ResumeDate,
          text: Words(20_000),
        },
        closed,
      ),
      { maxItems: 60 },
    ),
    projects: Type.Array(
      Type.Object(
        {
          name: Words(300),
          role: Nullable(Words(200)),
          from: ResumeDate,
          to: ResumeDate,
          text: Words(20_000),
        },
        closed,
      ),
      { maxItems: 60 },
    ),
    skills: Type.Array(Type.Object({ name: Words(200), evidence: Type.Optional(Words(4000)) }, closed), {
      maxItems: 200,
    }),
    certificates: Type.Array(Words(300), { maxItems: 100 }),
    language: Literals(['zh', 'en'] as const),
    warnings: Type.Array(Type.Object({ code: Words(60), detail: Type.Optional(Words(20_000)) }, closed)),
  },
  closed,
);
export type ResumeProfileBody = Static<typeof ResumeProfileBody>;

/** The fields that people may edit; language and warnings belong to the file. */
export const TypedProfileBody = Type.Composite(
  [
    Type.Omit(ResumeProfileBody, ['language', 'warnings', 'birthYear']),
    // Left out by forms that do not ask for it: it is kept for the minors' rule only.
    Type.Object({ birthYear: Type.Optional(ResumeProfileBody.properties.birthYear) }),
  ],
  closed,
);

/** A profile as it is shown: the same fields, whatever the file held. */
export const ResumeProfileView = Type.Unsafe<ResumeProfile>(
  Type.Object(
    {},
    { additionalProperties: true, description: 'The fields of a profile, as read or corrected' },
  ),
);

/** What was read from a file. */
export const ResumeReadView = Type.Object({
  profile: ResumeProfileView,
  sources: Type.Array(
    Type.Object({
      field: Type.String(),
      page: Type.Integer(),
      line: Type.Integer(),
      lines: Type.Integer(),
    }),
  ),
  pages: Type.Array(Type.Array(Type.String())),
  /** Text that a reader of the page cannot see, with why. */
  hidden: Type.Array(Type.Object({ page: Type.Integer(), text: Type.String(), reason: Type.String() })),
});
