import type { Credential, HttpBody, HttpHeader, HttpRequest, Part } from '../request/http-request.ts';
import { bodyPieces } from '../request/multipart.ts';
import { acceptsEvents } from './events.ts';
import { encodesAlike } from './form-fields.ts';
import { headerPieces, headersBut, type Piece, urlPieces } from './pieces.ts';
import { HIDDEN } from './quote.ts';

/** A Rust program with blocking `reqwest`; secrets come from the environment, an error status ends it with an error. */
export function print(request: HttpRequest): string {
  const { headers, stream, queryCredentials = [] } = request;
  const body = rustBody(request);
  const basic = headers.find((one) => 'credential' in one && one.credential.form === 'basic');
  const events = stream && acceptsEvents(request);
  const calls = [
    ...(body.writesType ? headersBut(headers, 'Content-Type') : headers).map(header),
    ...(!request.body && /^P(OST|UT|ATCH)$/.test(request.method) ? ['.header("Content-Length", "0")'] : []),
    ...body.calls,
    ...(stream ? [] : ['.timeout(Duration::from_secs(60))']),
    '.send()?;',
  ];
  const main = [
    basic && 'credential' in basic ? credentials(basic.credential) : '',
    body.before,
    `    let response = Client::new()\n        ${method(request)}\n${calls.map((call) => `        ${call}\n`).join('')}`,
    `    if !response.status().is_success() {
        return Err(format!("{}: {}", response.status(), response.text()?).into());
    }
${stream ? streamed(events) : `    println!(${request.method === 'HEAD' ? '"{:#?}", response.headers()' : '"{}", response.text()?'});\n`}    Ok(())
}`,
  ].join('');
  const uses = [
    ['env', /\benv::var/],
    ['error::Error', /^/],
    ['fs', /\bfs::read/],
    ['fs::File', /\bFile::open/],
    ['io::{BufRead, BufReader}', /BufReader/],
    ['time::Duration', /Duration::/],
  ] as const;
  const features = ['blocking', ...(body.isForm ? ['multipart'] : [])];
  const crates = queryCredentials.length > 0 ? ' urlencoding' : '';
  return [
    `// cargo add${crates} reqwest --features ${features.join(',')}\n`,
    ...uses.map(([name, used]) => (used.test(body.isForm ? main : main) ? `use std::${name};\n` : '')),
    `\nuse reqwest::blocking::${body.isForm ? 'multipart::{Form, Part};\nuse reqwest::blocking::Client' : 'Client'};\n`,
    /Method::/.test(main) ? 'use reqwest::Method;\n' : '',
    body.constant,
    `\nfn main() -> Result<(), Box<dyn Error>> {\n${main}`,
  ].join('');
}
