import type { Check } from './check.ts';
import { checkOperationIds } from './operation-ids.ts';
import { checkParameterForm } from './parameter-form.ts';
import { checkPathParameters } from './path-parameters.ts';
import { checkResponses } from './responses.ts';
import { checkSecurityNames } from './security-names.ts';
import { checkStructure } from './structure.ts';
import { checkTwinPaths } from './twin-paths.ts';

export const checks: readonly Check[] = [
  checkStructure,
  checkPathParameters,
  checkParameterForm,
  checkOperationIds,
  checkTwinPaths,
  checkSecurityNames,
  checkResponses,
];
