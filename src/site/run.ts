import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { GuideSource } from './check-guides.ts';
import type { ConfigFile } from './config-file.ts';
import type { Delivery } from './delivery/rules.ts';
import type { FilesOfPages } from './files-of-pages.ts';
import type { HeadTag } from './head-tags.ts';
import type { FooterEntry, HeaderEntry } from './options.ts';
import type { Project } from './project.ts';
import type { RelayFacts } from './relay/write-relay.ts';
import type { DevLink } from './reload.ts';
import type { LoadDescription } from './reuse/kept-descriptions.ts';
import type { LastBuild } from './reuse/last-build.ts';
import type { SiteData } from './site-data.ts';

/** Where the links of a written site come from, so that a fault in one can be told where it was written. */
export interface SiteSources {
  /** The project. */
  readonly root: string;
  readonly publicDir: string;
  readonly guides: readonly GuideSource[];
  readonly header: readonly HeaderEntry[];
  readonly footer: readonly FooterEntry[];
  readonly head: readonly HeadTag[];
  readonly config?: ConfigFile;
}

/**
 * What one run of the command line and the integration tell each other. The integration may be loaded a
 * second time by Astro's own module loader, so the place they share is the process.
 */
export interface Run {
  /** What is built; Astro's own root is a work folder. */
  readonly project: Project;
  /** An HTTP sandbox that this run started: offered in the console and let through the policy. */
  readonly sandboxUrl?: string;
  /** Every warning is an error. */
  readonly strict?: boolean;
  /** Collected by the integration, printed by the command. */
  readonly diagnostics: Diagnostic[];
  /** In `dev`: who is told of every reload, and, once the server is up, what shows errors on the open pages. */
  readonly dev?: { readonly link: DevLink; readonly screen: { show?: (diagnostics: readonly Diagnostic[]) => void } };
  /** Prints a line that Astro has to say. */
  readonly log?: (line: string) => void;
  /** Errors that Astro tells of, besides the one it throws. */
  readonly troubles: string[];
  /** Where pages are taken from whose input is as it was. */
  readonly lastBuild?: LastBuild;
  /** Reads descriptions, where what was read of them is kept. */
  readonly loadDescription?: LoadDescription;
  /** Gets what pages are made from, and the site's URL. Who builds doesn't hold it: a build needs the memory. */
  readonly onRead?: (data: SiteData, site: string | undefined) => void;
  /** Where pages leave the files that go with them, while a build writes both. */
  filesOfPages?: FilesOfPages;
  /** Told by the integration once it has read the project. */
  sources?: SiteSources;
  /** The path that the site lies under, as Astro's config has it in the end. */
  base?: string;
  /** What hosts have to know of the site. */
  delivery?: Delivery;
  /** The relay of the site, where it has one. */
  relay?: RelayFacts;
  /** The written pages' paths below the base, `en/start/`. */
  pages?: readonly string[];
  /** The guide whose page is being made, relative to the project. */
  guide?: string;
}

const KEY = Symbol.for('curlew.run');
const shared = globalThis as { [KEY]?: Run };

/** The run this process is in; `undefined` when Astro was started without our command line. */
export function currentRun(): Run | undefined {
  return shared[KEY];
}

/** Tells which guide's page is being made now, so that a failure in its own code can be told there. */
export function noteGuide(file: string | undefined): void {
  const run = currentRun();
  if (run && file !== undefined) run.guide = file;
}

/** Does the work with `run` in force. One run at a time in a process. */
export async function withRun<T>(run: Run, work: () => Promise<T>): Promise<T> {
  if (shared[KEY]) throw new Error('A build is already going on in this process.');
  shared[KEY] = run;
  try {
    return await work();
  } finally {
    delete shared[KEY];
  }
}
