import astroNode from 'astro/logger/node';
import { isHookFailure } from './astro-log.ts';

type Log = ReturnType<typeof astroNode>;

/** Said of every address that is no page: whoever asked for it gets the page for that. */
const NO_PAGE = /^A `getStaticPaths\(\)` route pattern was matched, but no matching static path was found/;

/** Where Astro's own messages of `dev` go: to the terminal, as Astro does it. */
export default function devLog(): Log {
  const log = astroNode({ level: 'warn' });
  return {
    write: (message) => {
      if (!NO_PAGE.test(message.message) && !isHookFailure(message.message)) log.write(message);
    },
  };
}
