import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export interface RunningServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** How a server is started with the settings that `curlew build --headers` wrote. */
export interface Server {
  readonly name: 'nginx' | 'caddy' | 'apache';
  /**
   * @param root - the folder of the host
   * @param settings - the file that was written; of Apache it lies in the site's folder
   */
  readonly command: (place: {
    readonly root: string;
    readonly settings: string;
    readonly work: string;
    readonly port: number;
  }) => readonly string[];
}

export const servers: readonly Server[] = [
  {
    name: 'nginx',
    command: ({ root, settings, work, port }) => {
      const file = join(work, 'nginx.conf');
      const own = settings
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replace('root /var/www/docs;', `root ${root};`)
        .replace('include mime.types;', 'include /etc/nginx/mime.types;');
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (name) => `${name}_temp_path ${work}/${name};`,
      );
      writeFileSync(
        file,
        `user root;\nworker_processes 1;\ndaemon off;\npid ${work}/nginx.pid;\nerror_log ${work}/error.log;\nevents {}\nhttp {\naccess_log off;\n${temporary.join('\n')}\n${own}\n}\n`,
      );
      return ['nginx', '-c', file, '-e', join(work, 'error.log')];
    },
  },
  {
    name: 'caddy',
    command: ({ root, settings, work, port }) => {
      const file = join(work, 'Caddyfile');
      const own = settings
        .replace(':80 {', `http://127.0.0.1:${port} {`)
        .replace('root * /var/www/docs', `root * ${root}`);
      writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${own}`);
      return ['caddy', 'run', '--config', file, '--adapter', 'caddyfile'];
    },
  },
  {
    name: 'apache',
    command: ({ root, work, port }) => {
      const file = join(work, 'apache.conf');
      const modules = [
        'mpm_event',
        'authz_core',
        'dir',
        'mime',
        'headers',
        'rewrite',
        'filter',
        'deflate',
        'alias',
      ].map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
      writeFileSync(
        file,
        `${modules.join('\n')}\nServerName 127.0.0.1\nListen 127.0.0.1:${port}\nPidFile ${work}/apache.pid\nErrorLog ${work}/apache.log\nTypesConfig /etc/mime.types\nDocumentRoot ${root}\n<Directory ${root}>\n  AllowOverride All\n  Require all granted\n</Directory>\n`,
      );
      return ['apache2', '-f', file, '-D', 'FOREGROUND'];
    },
  },
];

/** Starts a server on a free port of this machine, and waits until it answers. */
export async function startServer(
  server: Server,
  root: string,
  settings: string,
  work: string,
): Promise<RunningServer> {
  mkdirSync(work, { recursive: true });
  const port = await freePort();
  const [command = '', ...args] = server.command({ root, settings, work, port });
  const said: string[] = [];
  const env = { ...process.env, HOME: work, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work };
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(String(data)));
  const url = `http://127.0.0.1:${port}`;
  await answers(url, child, said);
  return { url, close: () => ended(child) };
}

/** Asked of the system; between that and the start nobody else takes it on this machine. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answers(url: string, child: ChildProcess, said: readonly string[]): Promise<void> {
  while (child.exitCode === null) {
    const response = await fetch(url).catch(() => undefined);
    if (response) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server ended by itself:\n${said.join('')}`);
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
