import {
  type Delivery,
  type HeaderPairs,
  hashedFolder,
  headerRules,
  IMMUTABLE,
  REVALIDATED,
  SECURITY_HEADERS,
  STRICT_TRANSPORT,
  TYPES,
} from './rules.ts';

/** A kind of host that a file of settings is written for. */
export interface Host {
  /** As `--headers` takes it. */
  readonly name: string;
  readonly title: string;
  /** Where the file goes: into the site's folder, or beside it under the folder's name with this ending. */
  readonly place: { readonly inside: string } | { readonly beside: string };
  readonly write: (delivery: Delivery) => string;
}

/** Those that `--headers` writes for. `_headers` and `_redirects`, of Netlify and Cloudflare Pages, are in every site. */
export const hosts: readonly Host[] = [
  { name: 'nginx', title: 'nginx', place: { beside: '.nginx.conf' }, write: nginx },
  { name: 'caddy', title: 'Caddy', place: { beside: '.Caddyfile' }, write: caddy },
  { name: 'apache', title: 'Apache', place: { inside: '.htaccess' }, write: apache },
  { name: 'vercel', title: 'Vercel', place: { inside: 'vercel.json' }, write: vercel },
  { name: 's3', title: 'S3 and CloudFront', place: { beside: '.cloudfront.json' }, write: cloudFront },
];

/**
 * `_headers`. Its readers join what several rules set for one header, so no two rules here set one: pages are
 * revalidated by those hosts as it is, and of two referrer policies in a list a browser takes the last it knows.
 */
export function headersFile(delivery: Delivery): string {
  const block = (path: string, headers: HeaderPairs): string =>
    [path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return `${[
    '# Written with every build, for Netlify and Cloudflare Pages.',
    block(`${delivery.base}*`, SECURITY_HEADERS),
    ...delivery.consoles.map((path) => block(`${path}*`, [['Referrer-Policy', 'no-referrer']])),
    ...TYPES.map(([ending, type]) => block(`${delivery.base}*${ending}`, [['Content-Type', type]])),
    block(`${hashedFolder(delivery)}*`, [['Cache-Control', IMMUTABLE]]),
    `# Where the host is reached by https alone:\n# ${delivery.base}*\n#   ${STRICT_TRANSPORT.join(': ')}`,
  ].join('\n\n')}\n`;
}

/** `_redirects`; nothing where no page moved. */
export function redirectsFile({ redirects }: Delivery): string | undefined {
  return redirects.length === 0 ? undefined : `${redirects.map(([from, to]) => `${from} ${to} 301`).join('\n')}\n`;
}

function nginx(delivery: Delivery): string {
  const { base, languages, consoles, redirects } = delivery;
  const below = consoles.map((path) => `    ~^${regex(path)} no-referrer;`);
  return `# In http { }:
map $uri $curlew_cache {
    default "${REVALIDATED}";
    ~^${regex(hashedFolder(delivery))} "${IMMUTABLE}";
}
map $uri $curlew_referrer {
    default strict-origin-when-cross-origin;
${below.join('\n')}
}

server {
    listen 80;
    # root is the folder that holds the site${base === '/' ? '' : ` as ${base}`}.
    root /var/www/docs;
    charset utf-8;
    charset_types text/html text/plain text/css text/xml text/javascript application/javascript application/json application/yaml text/markdown image/svg+xml;

    # These are told anew, since a block of types replaces all others.
    include mime.types;
    types {
${TYPES.filter(([ending]) => ending !== '.txt')
  .map(([ending, type]) => `        ${type.replace(/;.*$/, '')} ${ending.slice(1)};`)
  .join('\n')}
    }

${SECURITY_HEADERS.map(([name, value]) => `    add_header ${name} "${name === 'Referrer-Policy' ? '$curlew_referrer' : value}" always;`).join('\n')}
    add_header Cache-Control $curlew_cache always;
    # Where the host is reached by https alone:
    # add_header ${STRICT_TRANSPORT[0]} "${STRICT_TRANSPORT[1]}" always;

    gzip on;
    gzip_types text/css text/plain text/markdown text/javascript application/javascript application/json application/yaml image/svg+xml;
    # Sites built with --compress hold .gz files.
    gzip_static on;
    # And .br files, for an nginx with ngx_brotli:
    # brotli_static on;

${redirects.map(([from, to]) => `    location = ${quoted(decoded(from))} { return 301 ${quoted(to)}; }`).join('\n')}
    location ${base} {
        index index.html;
        try_files $uri $uri/ =404;
        # /start leads to /start/.
        absolute_redirect off;
        error_page 404 ${base}404.html;
${languages.map((folder) => `        location ${folder} { error_page 404 ${folder}404.html; try_files $uri $uri/ =404; }\n`).join('')}    }
    location ~ ^${regex(base)}(?:_headers|_redirects)$ { return 404; }
}
`;
}

function caddy(delivery: Delivery): string {
  const { base, languages, consoles, redirects } = delivery;
  return `(curlew_headers) {
	# A route keeps the order: what is for some files comes after what is for all.
	route {
		header {
${SECURITY_HEADERS.map(([name, value]) => `			${name} ${quoted(value)}`).join('\n')}
			Cache-Control ${quoted(REVALIDATED)}
		}
		# Where the host is reached by https alone:
		# header ${STRICT_TRANSPORT[0]} "${STRICT_TRANSPORT[1]}"
${consoles.map((path) => `		header ${path}* Referrer-Policy no-referrer`).join('\n')}
		header ${hashedFolder(delivery)}* Cache-Control ${quoted(IMMUTABLE)}
${TYPES.map(([ending, type]) => `		header *${ending} Content-Type ${quoted(type)}`).join('\n')}
	}
}

:80 {
	# The folder that holds the site${base === '/' ? '' : ` as ${base}`}.
	root * /var/www/docs
	encode zstd gzip
${redirects.map(([from, to]) => `	redir ${quoted(decoded(from))} ${quoted(to)} 301`).join('\n')}
	import curlew_headers
	@hidden path ${base}_headers ${base}_redirects
	error @hidden 404
	# Sites built with --compress hold such files.
	file_server {
		precompressed br gzip
	}
	handle_errors {
		import curlew_headers
${['', ...languages].map((folder) => `		rewrite ${folder ? `${folder}*` : '*'} ${folder || base}404.html`).join('\n')}
		file_server
	}
}
`;
}

function apache(delivery: Delivery): string {
  const { base, languages, consoles, redirects } = delivery;
  const set = (name: string, value: string): string => `Header always set ${name} "${value.replaceAll('"', '\\"')}"`;
  return `# For Apache 2.4 with headers, rewrite and mime; the site's folder needs "AllowOverride All".
Options -Indexes -MultiViews
DirectoryIndex index.html
ErrorDocument 404 ${base}404.html
${languages.map((folder) => `<If "%{REQUEST_URI} =~ m#^${regex(folder)}#">\n    ErrorDocument 404 ${folder}404.html\n</If>\n`).join('')}AddDefaultCharset utf-8
AddCharset utf-8 .html .css .js .mjs .json .svg .xml .txt .md .yaml
${TYPES.map(([ending, type]) => `AddType "${type.replace(/;.*$/, '')}" ${ending}`).join('\n')}

${SECURITY_HEADERS.map(([name, value]) => set(name, value)).join('\n')}
${set('Cache-Control', REVALIDATED)}
# Where the host is reached by https alone:
# ${set(...STRICT_TRANSPORT)}
${consoles.map((path) => `<If "%{REQUEST_URI} =~ m#^${regex(path)}#">\n    ${set('Referrer-Policy', 'no-referrer')}\n</If>`).join('\n')}
<If "%{REQUEST_URI} =~ m#^${regex(hashedFolder(delivery))}#">
    ${set('Cache-Control', IMMUTABLE)}
</If>
<FilesMatch "^(?:_headers|_redirects)$">
    Require all denied
    ErrorDocument 403 ${base}404.html
</FilesMatch>
${redirects.length === 0 ? '' : `\nRewriteEngine On\n${redirects.map(([from, to]) => `RewriteRule "^${regex(decoded(from.slice(base.length)))}$" "${to.replaceAll('%', '\\%')}" [R=301,L,NE]`).join('\n')}\n`}`;
}

function vercel(delivery: Delivery): string {
  const headers = headerRules(delivery).map(({ match, headers: pairs }) => ({
    source:
      match.kind === 'all'
        ? `${delivery.base}(.*)`
        : match.kind === 'folder'
          ? `${match.path}(.*)`
          : `${delivery.base}(.*)${match.ending.replace('.', '\\.')}`,
    headers: pairs.map(([key, value]) => ({ key, value })),
  }));
  const redirects = delivery.redirects.map(([source, destination]) => ({ source, destination, permanent: true }));
  return `${JSON.stringify({ trailingSlash: true, headers, ...(redirects.length > 0 ? { redirects } : {}) }, null, 2)}\n`;
}

/** A response headers policy, and the code of a function that finds a folder's page and knows what moved. */
function cloudFront(delivery: Delivery): string {
  const custom = SECURITY_HEADERS.filter(([name]) => /^(?:Cross-Origin|Permissions)/.test(name));
  const policy = {
    Name: 'docs-headers',
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: "frame-ancestors 'none'" },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { Override: true, ReferrerPolicy: 'strict-origin-when-cross-origin' },
    },
    CustomHeadersConfig: {
      Quantity: custom.length,
      Items: custom.map(([Header, Value]) => ({ Header, Value, Override: true })),
    },
  };
  const viewerRequest = `var moved = ${JSON.stringify(Object.fromEntries(delivery.redirects))};
function handler(event) {
  var request = event.request;
  var to = moved[request.uri];
  if (to) return { statusCode: 301, headers: { location: { value: to } } };
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  return request;
}`;
  const upload = [
    `aws s3 sync dist/_astro s3://BUCKET${hashedFolder(delivery)} --cache-control "${IMMUTABLE}"`,
    `aws s3 sync dist s3://BUCKET${delivery.base} --exclude "_astro/*" --exclude "*.md" --cache-control "${REVALIDATED}"`,
    `aws s3 sync dist s3://BUCKET${delivery.base} --exclude "*" --include "*.md" --content-type "text/markdown; charset=utf-8" --cache-control "${REVALIDATED}"`,
  ];
  return `${JSON.stringify({ ResponseHeadersPolicyConfig: policy, viewerRequestFunction: viewerRequest.split('\n'), upload }, null, 2)}\n`;
}

function regex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/#"]/g, (char) => (char === '/' ? char : `\\${char}`));
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
