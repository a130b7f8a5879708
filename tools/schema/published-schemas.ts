import type { TSchema } from '@sinclair/typebox';
import { Anchors, Dimension, Indicator } from '#core/template/schemas/dimension.ts';
import {
  IndustryField,
  IndustryPack,
  JobTemplate,
  MustHaveFact,
  RubricItem,
} from '#core/template/schemas/industry-pack.ts';
import { PackBundle, PackManifest, RequiredDimension } from '#core/template/schemas/pack-bundle.ts';
import { KeyPoint, Question, QuestionBank, QuestionType } from '#core/template/schemas/question.ts';
import { ReportLayout, ReportSection } from '#core/template/schemas/report-layout.ts';
import {
  DimensionCode,
  ExperienceBand,
  LocalId,
  LocalizedText,
  MissingElement,
} from '#core/template/schemas/shared.ts';

/** The files that are published, each by the name of its validator. A new kind of template file is one line here. */
export const publishedSchemas: Readonly<Record<string, TSchema>> = {
  Dimension,
  QuestionBank,
  IndustryPack,
  ReportLayout,
  PackManifest,
  PackBundle,
};

/** Parts that get a name of their own under `$defs`, so that a reader meets each only once. */
export const namedParts: Readonly<Record<string, TSchema>> = {
  Anchors,
  DimensionCode,
  ExperienceBand,
  Indicator,
  IndustryField,
  JobTemplate,
  KeyPoint,
  LocalId,
  LocalizedText,
  MissingElement,
  MustHaveFact,
  Question,
  QuestionType,
  ReportSection,
  RequiredDimension,
  RubricItem,
};
