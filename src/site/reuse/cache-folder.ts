import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** The user's own folder for what can be made again. What lies there nobody else can write. */
export function cacheFolder(): string {
  const { XDG_CACHE_HOME: chosen, LOCALAPPDATA: local } = process.env;
  if (chosen && isAbsolute(chosen)) return join(chosen, 'curlew');
  if (process.platform === 'win32' && local) return join(local, 'curlew', 'cache');
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'curlew');
}
