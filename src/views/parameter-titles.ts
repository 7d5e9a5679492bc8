import type { SiteMessages } from '../i18n/en.ts';
import type { ParameterIn } from '../model/parameter.ts';

/** What the list of parameters of a place is called, on a page, in its contents and in its copy. */
export function parameterTitles(text: SiteMessages): { readonly [place in ParameterIn]: string } {
  return {
    path: text.parametersPath,
    query: text.parametersQuery,
    querystring: text.parametersQuerystring,
    header: text.parametersHeader,
    cookie: text.parametersCookie,
  };
}
