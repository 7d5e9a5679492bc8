import { expect, it } from 'vitest';
import { joinUser, splitUser, withUser } from './user-password.ts';

it.each([
  ['a:b:c', { user: 'a', password: 'b:c' }],
  ['a', { user: 'a', password: '' }],
  [':b', { user: '', password: 'b' }],
  ['', { user: '', password: '' }],
])('%s is a user name and a password', (value, want) => {
  expect(splitUser(value)).toEqual(want);
});

it('nothing typed is nothing', () => {
  expect(joinUser({ user: '', password: '' })).toBe('');
  expect(joinUser({ user: '', password: ':b' })).toBe('::b');
});

it.each([
  ['', 'usér:p:ä', 'usér:p:ä'],
  ['old:', 'me:secret', 'me:secret'],
  ['old:', 'me', 'me:'],
  ['old:mine', 'me', 'me:mine'],
  // A password that is there is no one's to replace.
  ['old:mine', 'm:e', 'me:mine'],
  ['old:', '', ''],
])('%s with the user name %s is %s', (value, typed, want) => {
  expect(withUser(value, typed)).toBe(want);
});
