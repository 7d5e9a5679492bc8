// Prints a bill of materials (CycloneDX) of what sites are built with: our dependencies, Astro, and what those need.
// npm's own `--omit=dev` would leave Astro out, which is a peer and therefore installed for development.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Bom {
  readonly metadata: { readonly component: { readonly 'bom-ref': string } };
  components: readonly { readonly name: string; readonly group?: string; readonly 'bom-ref': string }[];
  dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

const manifest: { [kind: string]: { [name: string]: string } } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'),
);
const ours = new Set(Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }));

const { stdout, stderr, status } = spawnSync('npm', ['sbom', '--sbom-format=cyclonedx'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
if (status !== 0) {
  console.error(stderr);
  process.exit(1);
}
const bom: Bom = JSON.parse(stdout);
const needs = new Map(bom.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
const names = new Map(bom.components.map((one) => [one['bom-ref'], one.group ? `${one.group}/${one.name}` : one.name]));
const root = bom.metadata.component['bom-ref'];
const direct = (needs.get(root) ?? []).filter((ref) => ours.has(names.get(ref) ?? ''));
const kept = new Set(direct);
for (const ref of kept) for (const next of needs.get(ref) ?? []) kept.add(next);
bom.components = bom.components.filter((one) => kept.has(one['bom-ref']));
bom.dependencies = bom.dependencies.flatMap((one) =>
  one.ref === root ? [{ ...one, dependsOn: direct }] : kept.has(one.ref) ? [one] : [],
);
console.log(JSON.stringify(bom, null, 2));
