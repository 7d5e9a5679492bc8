/** @jsxImportSource preact */
import assistStyles from '../complete/assist.css?url&no-inline';
import styles from '../form/form.css?url&no-inline';
import { lazyPart } from '../lazy-part.tsx';
import { loadStyles } from '../load-styles.ts';

/** Fields from a schema, which most consoles open without. */
export const BodyForm = lazyPart('form', async () => {
  const [{ BodyForm: view }] = await Promise.all([import('../form/forms.ts'), loadStyles(styles)]);
  return view;
});

export const FileFields = lazyPart('form', async () => {
  const [{ FileFields: view }] = await Promise.all([import('../form/forms.ts'), loadStyles(styles)]);
  return view;
});

export const ParameterForm = lazyPart('form', async () => {
  const [{ ParameterForm: view }] = await Promise.all([import('../form/forms.ts'), loadStyles(styles)]);
  return view;
});

export const Assist = lazyPart('editor', async () => {
  const [{ Assist: view }] = await Promise.all([import('../complete/Assist.tsx'), loadStyles(assistStyles)]);
  return view;
});
