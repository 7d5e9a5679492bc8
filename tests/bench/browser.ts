import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../browser.ts';

/** Chromium for one part of the bench. On Ctrl-C the bench itself ends it, with the folder it works in. */
export async function startBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ executablePath, args, env, ...signals });
}
