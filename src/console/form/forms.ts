/* Both in one file: the other views of the console share much with them, and each file more parts that anew. */
export { BodyForm } from './BodyForm.tsx';
export { ParameterForm } from './ParameterForm.tsx';
