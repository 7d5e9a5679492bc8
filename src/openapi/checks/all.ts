import { checkAddresses } from './addresses.ts';
import { checkCallbacks } from './callbacks.ts';
import type { Check } from './check.ts';
import { checkDiscriminators } from './discriminators.ts';
import { checkExamples } from './examples.ts';
import { checkExternalValues } from './external-values.ts';
import { checkLinks } from './links.ts';
import { checkMarkdownLinks } from './markdown-links.ts';
import { checkMediaTypeNames } from './media-type-names.ts';
import { checkOperationIds } from './operation-ids.ts';
import { checkParameterForm } from './parameter-form.ts';
import { checkParameters } from './parameters.ts';
import { checkPathItemRefs } from './path-item-refs.ts';
import { checkPathParameters } from './path-parameters.ts';
import { checkPathTemplates } from './path-templates.ts';
import { checkRequestBodies } from './request-bodies.ts';
import { checkResponseHeaders } from './response-headers.ts';
import { checkResponses } from './responses.ts';
import { checkSchemaBounds } from './schema-bounds.ts';
import { checkSchemaEnums } from './schema-enums.ts';
import { checkSchemaPatterns } from './schema-patterns.ts';
import { checkSchemaRequired } from './schema-required.ts';
import { checkSecurityNames } from './security-names.ts';
import { checkSecuritySchemes } from './security-schemes.ts';
import { checkServers } from './servers.ts';
import { checkStructure } from './structure.ts';
import { checkSwaggerBodies } from './swagger-bodies.ts';
import { checkTags } from './tags.ts';
import { checkTwinPaths } from './twin-paths.ts';
import { checkUnusedComponents } from './unused-components.ts';

export const checks: readonly Check[] = [
  checkStructure,
  checkPathTemplates,
  checkPathParameters,
  checkTwinPaths,
  checkPathItemRefs,
  checkParameters,
  checkParameterForm,
  checkOperationIds,
  checkTags,
  checkServers,
  checkSecuritySchemes,
  checkSecurityNames,
  checkSwaggerBodies,
  checkRequestBodies,
  checkResponses,
  checkResponseHeaders,
  checkMediaTypeNames,
  checkLinks,
  checkCallbacks,
  checkSchemaBounds,
  checkSchemaEnums,
  checkSchemaRequired,
  checkSchemaPatterns,
  checkDiscriminators,
  checkExamples,
  checkExternalValues,
  checkAddresses,
  checkMarkdownLinks,
  checkUnusedComponents,
];
