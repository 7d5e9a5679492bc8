export { Around } from './Around.tsx';
export { Arrived } from './Arrived.tsx';
