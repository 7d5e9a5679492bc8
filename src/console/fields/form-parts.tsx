/** @jsxImportSource preact */
import assistStyles from '../complete/assist.css?url&no-inline';
import styles from '../form/form.css?url&no-inline';
import { lazyPart } from '../lazy-part.tsx';
import { loadStyles } from '../load-styles.ts';
import type { Scene } from '../scene.ts';

/** Fields from a schema, which most consoles open without. */
async function loadForms({ partTexts }: Scene): Promise<typeof import('../form/forms.ts')> {
  const [forms] = await Promise.all([import('../form/forms.ts'), loadStyles(styles), partTexts.load('advice')]);
  return forms;
}

export const BodyForm = lazyPart('form', async (scene) => (await loadForms(scene)).BodyForm);
export const FileFields = lazyPart('form', async (scene) => (await loadForms(scene)).FileFields);
export const ParameterForm = lazyPart('form', async (scene) => (await loadForms(scene)).ParameterForm);

export const Assist = lazyPart('editor', async () => {
  const [{ Assist: view }] = await Promise.all([import('../complete/Assist.tsx'), loadStyles(assistStyles)]);
  return view;
});
