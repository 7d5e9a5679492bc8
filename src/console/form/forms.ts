/* The fields that most consoles open without, as one file. */
export { FileFields } from '../fields/FileFields.tsx';
export { BodyForm } from './BodyForm.tsx';
export { ParameterForm } from './ParameterForm.tsx';
