// Written by tools/schema/generate.ts from core/template/schemas. Do not edit.
import type { ValidateFunction } from '../validate-function.ts';
import type { Dimension } from '../schemas/dimension.ts';
import type { IndustryPack } from '../schemas/industry-pack.ts';
import type { PackBundle } from '../schemas/pack-bundle.ts';
import type { PackManifest } from '../schemas/pack-bundle.ts';
import type { QuestionBank } from '../schemas/question.ts';
import type { ReportLayout } from '../schemas/report-layout.ts';

export declare const validateDimension: ValidateFunction<Dimension>;
export declare const validateIndustryPack: ValidateFunction<IndustryPack>;
export declare const validatePackBundle: ValidateFunction<PackBundle>;
export declare const validatePackManifest: ValidateFunction<PackManifest>;
export declare const validateQuestionBank: ValidateFunction<QuestionBank>;
export declare const validateReportLayout: ValidateFunction<ReportLayout>;
