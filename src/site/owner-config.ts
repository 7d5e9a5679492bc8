import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import curlew from './integration.ts';

/** The integration beside this file, compiled or not. */
const INTEGRATION = import.meta.url.replace(/owner-config(\.\w+)$/, 'integration$1');

/** Astro's config with our integration in it. */
export type OwnerConfig = AstroInlineConfig & { readonly integrations: AstroIntegration[] };

/**
 * Loads the owner's `astro.config.mjs`. A project needs no packages of its own: `curlew`, and whatever else
 * is not found from there, comes from beside us.
 *
 * @param file - the config's path below the project; left out, the project has none
 * @throws whatever the config throws
 */
export async function loadOwnerConfig(root: string, file: string | undefined): Promise<OwnerConfig> {
  if (file === undefined) return { integrations: [curlew()] };
  const hooks = registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier === 'curlew') return { url: INTEGRATION, shortCircuit: true };
      try {
        return next(specifier, context);
      } catch (error) {
        if (/^[./]|:/.test(specifier)) throw error;
        return next(specifier, { ...context, parentURL: import.meta.url });
      }
    },
  });
  try {
    const module: { default?: AstroInlineConfig } = await import(
      `${pathToFileURL(join(root, file)).href}?t=${process.hrtime.bigint()}`
    );
    const config = module.default ?? {};
    const integrations = [config.integrations]
      .flat(2)
      .filter((one) => one !== undefined && one !== null && one !== false) as AstroIntegration[];
    const isOurs = integrations.some((one) => one.name === 'curlew');
    return { ...config, integrations: isOurs ? integrations : [...integrations, curlew()] };
  } finally {
    hooks.deregister();
  }
}
