import type { SiteMessages } from '../i18n/en.ts';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { LONGEST_LIST } from './around.ts';
import { emptyGroups, groupTitle, operationGroups } from './groups.ts';
import type { OperationView } from './operation-view.ts';
import { parameterTitles } from './parameter-titles.ts';
import { groupId, namedSchemas } from './urls.ts';

/** A part of a page that its contents name. */
export interface PageSection {
  /** The id of its heading. */
  readonly id: string;
  readonly title: string;
}

/** The parts of an operation's page, or of a webhook's, in their order. */
export function requestSections(
  view: OperationView,
  operation: Operation,
  text: SiteMessages,
  kind: 'operation' | 'webhook',
): PageSection[] {
  const isOperation = kind === 'operation';
  const places = parameterTitles(text);
  const hasBody = operation.requestBody !== undefined || view.missingBody !== undefined;
  return [
    ...one(isOperation || operation.security.length > 0, 'authorization', text.authorization),
    ...view.parameters.map(({ place }) => ({ id: `parameters-${place}`, title: places[place] })),
    ...one(view.missing.length > 0, 'parameters-missing', text.parametersMissing),
    ...one(view.ignored.length > 0, 'parameters-ignored', text.parametersIgnored),
    ...one(hasBody, 'request-body', isOperation ? text.requestBody : text.payload),
    ...one(view.responses.length > 0, 'responses', isOperation ? text.responses : text.expectedAnswers),
    ...one(view.callbacks.length > 0, 'callbacks', text.callbacks),
    ...one(isOperation || operation.servers.length > 0, 'servers', text.servers),
  ];
}

/** The parts of an API's overview; of very many groups the first stands for all. */
export function overviewSections(api: Api, text: SiteMessages): PageSection[] {
  const groups = operationGroups(api).map((group) => ({
    id: groupId(group),
    title: groupTitle(group, text),
  }));
  const [first] = groups;
  return [
    ...one(api.servers.length > 0, 'servers', text.servers),
    ...one(api.securitySchemes.length > 0, 'authorization', text.authorization),
    ...(first && groups.length > LONGEST_LIST ? [{ ...first, title: text.operations }] : groups),
    ...one((api.webhooks?.length ?? 0) > 0, 'webhooks', text.webhooks),
    ...one((api.missingPathItems?.length ?? 0) > 0, 'missing', text.missingPaths),
    ...one(emptyGroups(api).length > 0, 'tags', text.emptyTags),
    ...one(namedSchemas(api).length > 0, 'schemas', text.schemas),
  ];
}

function one(isThere: boolean, id: string, title: string): PageSection[] {
  return isThere ? [{ id, title }] : [];
}
