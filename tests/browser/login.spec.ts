import { expect as base, type Locator } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { fill } from '../../src/i18n/translate.ts';
import { zhCN } from '../../src/i18n/zh-CN.ts';
import { CLIENT_SECRET } from '../authorization-server.ts';
import { API, AUTH, THIEF } from '../fixtures/login.ts';
import { kept, test } from './login-service.ts';

/** A round trip loads three pages and the console anew. */
const expect = base.configure({ timeout: 15_000 });

const HOST = new URL(AUTH).host;
const text = en.consoleParts.login;

const signIn = (console: Locator): Locator => console.locator('[data-sign-in]');
const notice = (console: Locator): Locator => console.locator('[data-login-notice]');

for (const { folder, messages } of [
  { folder: '', messages: zhCN },
  { folder: 'en/', messages: en },
]) {
  const words = messages.consoleParts.login;

  test(`signs in and comes back to what was typed: ${folder || '/'}`, async ({ at }) => {
    const { page, auth, api } = at;
    const address = `${folder}reference/add-note/`;
    const form = await at.open(address);
    await form.getByLabel('tag', { exact: true }).fill('green');
    await form.locator('.console-editor textarea').fill('{"text": "typed"}');
    // The scope that the operation needs is ticked, and the owner's own.
    await expect(form.getByRole('checkbox', { name: /write/ })).toBeChecked();
    await expect(form.getByRole('checkbox', { name: /profile/ })).toBeChecked();
    await form.getByRole('checkbox', { name: /read/ }).check();
    await signIn(form).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveTitle('Authorization server');

    const asked = new URL(page.url());
    expect(asked.origin + asked.pathname).toBe(`${AUTH}/authorize`);
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'docs',
      redirect_uri: `${at.site}_curlew/login/`,
      scope: 'write profile read',
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(auth.calls[0]?.headers.referer).toBeUndefined();
    await page.getByRole('link', { name: 'allow' }).click();

    await expect(notice(form)).toHaveText(fill(words.status.done, { origin: API }));
    await expect(notice(form)).toBeFocused();
    await expect(form.getByRole('status')).toHaveText(fill(words.status.done, { origin: API }));
    expect(page.url()).toBe(at.site + address);
    expect(await kept(page)).toBe('[{},{},null,""]');
    await expect(form.getByLabel('tag', { exact: true })).toHaveValue('green');
    await expect(form.locator('.console-editor textarea')).toHaveValue('{"text": "typed"}');
    await expect(form.getByRole('checkbox', { name: /read/ })).toBeChecked();
    const exchange = auth.calls.at(-1);
    expect([exchange?.path, exchange?.headers.referer, exchange?.headers.cookie]).toEqual([
      '/token',
      undefined,
      undefined,
    ]);
    // Nothing is sent before Send.
    expect([...api.requests, ...api.preflights]).toEqual([]);

    await page.locator('[data-send]').click();
    const sent = await api.request(0);
    expect(sent.target).toBe('/notes?tag=green');
    expect(sent.body.toString()).toBe('{"text": "typed"}');
    expect(sent.headers).toContainEqual(['Authorization', expect.stringMatching(/^Bearer token-\d+$/)]);
    // The token is nowhere in the page but in its field.
    expect(await page.content()).not.toContain('token-');

    await form.locator('[data-grant]').waitFor();
    await form.getByRole('button', { name: messages.console.forgetKeys }).click();
    await expect(form.locator('[data-grant]')).toHaveCount(0);
    await expect(form.locator('[data-secret]').first()).toHaveValue('');
  });

  for (const { link, failure, values } of [
    { link: 'other state', failure: words.failure.state, values: {} },
    { link: 'no code', failure: words.failure['no-code'], values: {} },
    { link: 'nothing', failure: words.failure['no-code'], values: {} },
    {
      link: 'deny',
      failure: `${words.refusedBecause} ${words.refusal.access_denied}`,
      values: { error: 'access_denied', description: 'The <b>reader</b> said no' },
    },
  ]) {
    test(`tells what came back in place of a code: ${folder}${link}`, async ({ at }) => {
      const { page, auth } = at;
      const form = await at.open(`${folder}reference/add-note/`);
      await form.getByLabel('tag', { exact: true }).fill('green');
      await signIn(form).click();
      await page.getByRole('link', { name: link, exact: true }).click();
      await expect(notice(form)).toHaveText(fill(failure, values));
      await expect(notice(form)).toBeFocused();
      await expect(form.getByLabel('tag', { exact: true })).toHaveValue('green');
      expect(await kept(page)).toBe('[{},{},null,""]');
      expect(auth.calls.map(({ path }) => path)).toEqual(['/authorize']);
    });
  }
}

test('a reader who goes back finds what was typed, and nothing kept', async ({ at }) => {
  const { page } = at;
  const form = await at.open('en/reference/add-note/');
  await form.getByLabel('tag', { exact: true }).fill('green');
  await signIn(form).click();
  await expect(page).toHaveTitle('Authorization server');
  await page.goBack();
  await expect(notice(form)).toHaveText(text.failure.abandoned);
  await expect(form.getByLabel('tag', { exact: true })).toHaveValue('green');
  expect(await kept(page)).toBe('[{},{},null,""]');
});

test('a page that the browser kept while its reader was away holds no verifier any more', async ({ at }) => {
  const { page } = at;
  const form = await at.open('en/reference/add-note/');
  await page.route(`${AUTH}/**`, (route) => route.fulfill({ status: 204 }));
  await signIn(form).click();
  await expect.poll(() => kept(page)).toContain('verifier');
  // As the back-forward cache has it.
  await page.evaluate(() => {
    for (const name of ['pagehide', 'pageshow']) dispatchEvent(new PageTransitionEvent(name, { persisted: true }));
  });
  await expect(notice(form)).toHaveText(text.failure.abandoned);
  expect(await kept(page)).toBe('[{},{},null,""]');
});

test('what wasn’t begun in this tab leads nowhere', async ({ at }) => {
  const { page, auth } = at;
  await page.goto(`${at.site}_curlew/login/?code=stolen&state=x`);
  await expect(page.getByText(en.site.loginLost)).toBeVisible();
  await expect(page.getByText(zhCN.site.loginLost)).toBeVisible();
  await expect(page.getByText(en.site.loginReturns)).toBeHidden();
  expect(page.url()).toBe(`${at.site}_curlew/login/`);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  expect(auth.calls).toEqual([]);
});

test('a server that pages can’t read, or that leads elsewhere, gets no second try', async ({ at }) => {
  const { page, auth } = at;
  const form = await at.open('en/reference/add-note/');
  await signIn(form).click();
  auth.cors = 'closed';
  await page.getByRole('link', { name: 'allow' }).click();
  const refused = fill(text.failure.network, { origin: AUTH, page: new URL(at.site).origin });
  await expect(notice(form)).toHaveText(refused);

  auth.cors = 'open';
  auth.redirectTo = `${THIEF}/token`;
  await signIn(form).click();
  await page.getByRole('link', { name: 'allow' }).click();
  await expect(notice(form)).toHaveText(fill(text.failure.redirect, { origin: AUTH }));
  // A pasted token does it all the same.
  await form.locator('[data-secret]').first().fill('pasted');
  await page.locator('[data-send]').click();
  expect((await at.api.request(0)).headers).toContainEqual(['Authorization', 'Bearer pasted']);
});

test('a token is bound to its origin and renewed on a press alone', async ({ at }) => {
  const { page, auth, api } = at;
  auth.expiresIn = 0;
  const form = await at.open('en/reference/add-note/');
  await signIn(form).click();
  await page.getByRole('link', { name: 'allow' }).click();
  await expect(form.locator('[data-grant]')).toContainText(text.expired);
  const calls = auth.calls.length;
  await page.locator('[data-send]').click();
  await api.request(0);
  expect(auth.calls.length).toBe(calls);

  auth.expiresIn = 3600;
  await form.getByRole('button', { name: text.refresh }).click();
  await expect(form.locator('[data-grant]')).toContainText('The token expires at');
  const { refresh_token: first, ...rest } = auth.calls.at(-1)?.fields ?? {};
  expect([first?.slice(0, 8), rest]).toEqual(['refresh-', { grant_type: 'refresh_token', client_id: 'docs' }]);
  // The history of the tab is kept, and nothing of the sign-in.
  expect(await kept(page)).not.toMatch(/token-|refresh-|verifier/);

  // Each refresh token is good for one use; the new one took its place.
  await form.getByRole('button', { name: text.refresh }).click();
  await expect.poll(() => auth.calls.at(-1)?.fields.refresh_token).not.toBe(first);

  await page.locator('.console select').first().selectOption('server-1');
  await expect(form).toContainText(fill(en.console.keyElsewhere, { from: API, to: THIEF }));
  await page.locator('[data-send]').click();
  await expect(form).toContainText(fill(en.console.keyMissing, { origin: THIEF }));
});

test('a refresh token that is remembered nowhere ends with the page', async ({ at }) => {
  const { page } = at;
  const form = await at.open('en/reference/add-note/');
  await form.getByLabel(en.console.rememberKey).check();
  await signIn(form).click();
  await page.getByRole('link', { name: 'allow' }).click();
  await expect(notice(form)).toHaveText(fill(text.status.done, { origin: API }));
  // The reader asked for the token to be remembered, and for nothing else.
  expect(await kept(page)).toMatch(
    /^\[\{"curlew-key https:\/\/api\.login\.example login":"token-\d+"\},\{\},null,""\]$/,
  );
  await at.open('en/reference/add-note/');
  await expect(form.locator('[data-secret]').first()).toHaveValue(/^token-/);
  await expect(form.getByRole('button', { name: text.refresh })).toHaveCount(0);
});

test('gets a token as a client, and with a code on another page', async ({ at }) => {
  const { page, auth, api } = at;
  const form = await at.open('en/reference/list-own/');
  await form.getByText(text.signIn).click();
  await signIn(form).click();
  await expect(form.getByLabel(text.clientId)).toBeFocused();
  await expect(form.getByLabel(text.clientId)).toHaveAccessibleDescription(new RegExp(text.clientIdMissing));
  await page.keyboard.type('mine');
  await form.getByLabel(text.clientSecret, { exact: true }).fill(CLIENT_SECRET);
  await signIn(form).click();
  await expect(notice(form)).toHaveText(fill(text.status.done, { origin: API }));
  await expect(form.locator('[data-grant]')).toHaveText(`${text.noExpiry} ${fill(text.granted, { scopes: 'read' })}`);
  expect(await kept(page)).toBe('[{},{},null,""]');
  expect(await page.content()).not.toContain('hush');
  await form.getByRole('button', { name: en.console.forgetKeys }).click();
  await expect(form.getByLabel(text.clientSecret, { exact: true })).toHaveValue('');

  await form.getByLabel(text.way).selectOption('deviceAuthorization');
  await signIn(form).click();
  await expect(form).toContainText('WDJB-MJHT');
  await expect(form.getByRole('link', { name: `${AUTH}/activate` })).toHaveAttribute('rel', /noopener/);
  await expect.poll(() => auth.calls.filter(({ path }) => path === '/token').length).toBeGreaterThan(1);
  auth.approved = true;
  await expect(notice(form)).toHaveText(fill(text.status.done, { origin: API }));
  await page.locator('[data-send]').click();
  expect((await api.request(0)).headers).toContainEqual(['Authorization', expect.stringMatching(/^Bearer token-/)]);

  auth.approved = false;
  await signIn(form).click();
  await expect(form).toContainText('WDJB-MJHT');
  await form.locator('.login').getByRole('button', { name: text.stop }).click();
  await expect(notice(form)).toHaveText(text.failure.stopped);
});

test('reads metadata on a press, and holds the issuer against it', async ({ at }) => {
  const { page, auth } = at;
  const form = await at.open('en/reference/read-metadata/');
  await form.getByText(text.signIn).click();
  expect(auth.calls).toEqual([]);
  await form.getByRole('button', { name: text.readMetadata }).click();
  await expect(form).toContainText(fill(text.metadataRead, { issuer: AUTH }));
  await form.getByLabel(text.clientId).fill('mine');
  await expect(form).toContainText(`${at.site}_curlew/login/`);
  await signIn(form).click();
  await page.getByRole('link', { name: 'other issuer' }).click();
  const expected = { expected: AUTH, found: 'https://evil.example' };
  await expect(notice(form)).toHaveText(fill(text.failure.issuer, expected));
  expect(auth.calls.map(({ path }) => path)).not.toContain('/token');

  auth.issuer = 'https://evil.example';
  await form.getByRole('button', { name: text.readMetadata }).click();
  await expect(notice(form)).toHaveText(fill(text.failure.issuer, expected));
  await expect(signIn(form)).toHaveCount(0);
});

test('what can’t be sent, or isn’t typed, is said at its place', async ({ at }) => {
  const { page } = at;
  const form = await at.open('en/reference/other-keys/');
  const way = form.getByLabel(en.console.security);
  const said = async (index: number, sentence: string): Promise<void> => {
    await way.selectOption(String(index));
    await expect(form).toContainText(sentence);
  };
  await said(0, text.cookie);
  await said(1, fill(text.otherHttp, { scheme: 'digest' }));
  await said(2, fill(text.mutualTLS, { name: 'certificate' }));
  await said(3, fill(text.sharedHeader, { name: 'login' }));
  await said(4, fill(text.outdated, { flows: text.ways.implicit }));
  await expect(signIn(form)).toHaveCount(0);
  await way.selectOption('5');
  const key = form.locator('[data-secret]');
  await key.fill('Bearer  abc ');
  await expect(form).toContainText(fill(text.pasted.prefix, { prefix: 'Bearer' }));
  await form.getByRole('button', { name: text.takeOut }).click();
  await expect(key).toHaveValue('abc');
  await expect(key).toBeFocused();
  await expect(form).not.toContainText(text.takeOut);

  const elsewhere = await at.open('en/reference/read-elsewhere/');
  await expect(elsewhere).toContainText(fill(text.failure.insecure, { url: 'http://plain.example/token' }));
  expect(page.url()).not.toContain(HOST);
});
