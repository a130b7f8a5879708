import { type Static, Type } from '@sinclair/typebox';
import { Dimension } from './dimension.ts';
import { IndustryPack, packFormatVersion } from './industry-pack.ts';
import { QuestionBank } from './question.ts';
import { DimensionCode } from './shared.ts';

/** Marks an exported bundle, so that an import can tell it from a lone pack. */
export const bundleFormat = 'jinji-pack-bundle';

/** A built-in dimension that a pack relies on, with the version it was written for. */
export const RequiredDimension = Type.Object(
  { dimension: DimensionCode, version: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
);
export type RequiredDimension = Static<typeof RequiredDimension>;

/** What stands beside a pack when it travels: which dimensions it expects to find. */
export const PackManifest = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    format: Type.Literal(bundleFormat),
    formatVersion: Type.Literal(packFormatVersion),
    requires: Type.Array(RequiredDimension, { maxItems: 40 }),
  },
  { additionalProperties: false, $id: 'pack-manifest.json', title: 'Manifest of an exported pack folder' },
);
export type PackManifest = Static<typeof PackManifest>;

/** A pack with the company's own dimensions and question banks that it uses, as one file. */
export const PackBundle = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    format: Type.Literal(bundleFormat),
    formatVersion: Type.Literal(packFormatVersion),
    requires: Type.Array(RequiredDimension, { maxItems: 40 }),
    pack: IndustryPack,
    dimensions: Type.Array(Dimension, { maxItems: 40 }),
    questionBanks: Type.Array(QuestionBank, { maxItems: 40 }),
  },
  { additionalProperties: false, $id: 'pack-bundle.json', title: 'Exported industry pack' },
);
export type PackBundle = Static<typeof PackBundle>;
