/** What HTTP Basic sends, typed in two fields: kept as `user:password`, for a user name holds no colon (RFC 7617, section 2). */
export interface UserPassword {
  readonly user: string;
  readonly password: string;
}

export function splitUser(value: string): UserPassword {
  const colon = value.indexOf(':');
  return colon < 0 ? { user: value, password: '' } : { user: value.slice(0, colon), password: value.slice(colon + 1) };
}

/** Empty where both are. */
export function joinUser({ user, password }: UserPassword): string {
  return user || password ? `${user.replaceAll(':', '')}:${password}` : '';
}

/** The value once a user name is typed; `user:password` in one, as it is often copied, fills a password in that is empty. */
export function withUser(value: string, typed: string): string {
  const { password } = splitUser(value);
  return joinUser(password === '' ? splitUser(typed) : { user: typed, password });
}
