import { expect, it } from 'vitest';
import { astroFault, astroFolder } from './astro-package.ts';
import { astroRange } from './package-folder.ts';

it.for([
  { version: '7.3.5', says: undefined },
  { version: '7.3.10', says: undefined },
  { version: '7.4.0', says: undefined },
  { version: '7.10.1-beta.2', says: undefined },
  { version: '7.3.4', says: /^Pages are made with Astro \^7\.3\.5, found 7\.3\.4\. Install it/ },
  { version: '7.2.9', says: /found 7\.2\.9/ },
  { version: '6.9.9', says: /found 6\.9\.9/ },
  { version: '8.0.0', says: /found 8\.0\.0/ },
  { version: undefined, says: /isn't installed here\. Install it: "npm install astro@\^7\.3\.5"/ },
])('Astro $version beside a range of ^7.3.5', ({ version, says }) => {
  const fault = astroFault({ version, hasPnp: false }, '^7.3.5');
  if (says) expect(fault).toMatch(says);
  else expect(fault).toBeUndefined();
});

it('archives of Plug’n’Play are refused, whatever is in them', () => {
  expect(astroFault({ version: '7.3.5', hasPnp: true }, '^7.3.5')).toContain('nodeLinker: node-modules');
});

it('the one of this repository will do', () => {
  expect(astroRange()).toMatch(/^\^[1-9]/);
  expect(astroFolder()).toMatch(/[\\/]astro$/);
});
