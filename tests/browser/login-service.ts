import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { type AuthorizationServer, startAuthorizationServer } from '../authorization-server.ts';
import { API, AUTH, login, THIEF } from '../fixtures/login.ts';
import { type Recorder, startRecorder } from '../recorder.ts';
import { buildSite } from './built-site.ts';
import { portOf, startFront } from './service.ts';

interface Servers {
  readonly auth: AuthorizationServer;
  readonly api: Recorder;
  readonly thief: Recorder;
  /** For Chromium: where the names of the description lead. */
  readonly rules: string;
}

export interface LoginConsole {
  readonly page: Page;
  readonly auth: AuthorizationServer;
  readonly api: Recorder;
  readonly thief: Recorder;
  readonly site: string;
  /** Opens the console of an operation with the API's server chosen. */
  open(path: string): Promise<Locator>;
}

/** A built site whose readers sign in, and the servers that they sign in at. The thief never gets to see anything. */
export const test = base.extend<{ at: LoginConsole }, { servers: Servers; site: string }>({
  servers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern
    async ({}, use) => {
      const auth = await startAuthorizationServer(AUTH);
      const [api, thief] = [await startRecorder(), await startRecorder()];
      const places = [
        { name: AUTH, port: auth.port },
        { name: API, port: portOf(api) },
        { name: THIEF, port: portOf(thief) },
      ];
      const fronts = await Promise.all(places.map(({ port }) => startFront(port)));
      const rules = places.map(({ name }, index) => `MAP ${new URL(name).host} 127.0.0.1:${fronts[index]?.port}`);
      await use({ auth, api, thief, rules: rules.join(', ') });
      for (const one of [...fronts, auth, api, thief]) await one.close();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, servers }, use) => {
      const args = [`--host-resolver-rules=${servers.rules}`, '--ignore-certificate-errors'];
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...args] });
    },
    { scope: 'worker' },
  ],
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern
    async ({}, use) => {
      const built = await buildSite(login);
      await use(built.url);
      await built.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  at: async ({ page, servers, site }, use) => {
    const { auth, api, thief } = servers;
    auth.reset();
    for (const recorder of [api, thief]) recorder.requests.length = recorder.preflights.length = 0;
    api.play = 'json';
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await use({
      page,
      auth,
      api,
      thief,
      site,
      async open(path) {
        await page.goto(site + path);
        await page.locator('[data-try]').click();
        await page.locator('.console select').first().selectOption('server-0');
        return page.locator('.console');
      },
    });
    expect(errors).toEqual([]);
    expect([...thief.requests, ...thief.preflights]).toEqual([]);
  },
});

/** Everything that a tab keeps beyond a page. */
export function kept(page: Page): Promise<string> {
  return page.evaluate(() =>
    // How far the navigation is scrolled is no part of it.
    JSON.stringify([
      { ...sessionStorage, 'curlew.nav': undefined },
      { ...localStorage },
      history.state,
      document.cookie,
    ]),
  );
}
