import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Proof } from '../samples/harness.ts';
import type { Runner } from '../samples/run.ts';

/** Debian's packages are sources. What is compiled stays for the next run: the library takes minutes. */
const TARGET = join(tmpdir(), 'curlew-rust');

const MANIFEST = `[package]
name = "samples"
version = "0.1.0"
edition = "2021"

[dependencies]
reqwest = { version = "*", default-features = false, features = ["blocking", "multipart"] }
urlencoding = { path = "urlencoding" }

[profile.dev]
debug = false
`;
const CONFIG = `[source.crates-io]
replace-with = "debian"
[source.debian]
directory = "/usr/share/cargo/registry"
`;
/** Debian has no package of this crate, and the samples call no more than this of it. */
const URLENCODING = `pub fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => (byte as char).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
`;

const RUST: Runner = {
  name: 'rustc',
  ending: 'rs',
  packages: ['cargo', 'rustc', 'librust-reqwest-dev', 'librust-mime-guess-dev'],
  isQuiet: true,
  command(folder, files) {
    const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
    for (const name of ['.cargo', 'src', 'urlencoding/src']) mkdirSync(join(folder, name), { recursive: true });
    write('.cargo/config.toml', CONFIG);
    write('Cargo.toml', MANIFEST);
    write('urlencoding/Cargo.toml', '[package]\nname = "urlencoding"\nversion = "2.1.3"\nedition = "2021"\n');
    write('urlencoding/src/lib.rs', URLENCODING);
    const modules = files.map(
      (file, index) => `mod sample_${index} {
    include!(${JSON.stringify(file)});
    pub fn run() -> Result<(), Box<dyn std::error::Error>> {
        main()
    }
}\n`,
    );
    const calls = files.map((_, index) => `    sample_${index}::run()?;\n`);
    write(
      'src/main.rs',
      `${modules.join('')}fn main() -> Result<(), Box<dyn std::error::Error>> {\n${calls.join('')}    Ok(())\n}\n`,
    );
    // Debian's own, where another toolchain is first on PATH.
    const all = `PATH=/usr/bin:$PATH cargo run --quiet --offline --target-dir ${TARGET}`;
    return ['sh', ['-c', all]];
  },
};

export const proofs: readonly Proof[] = [{ language: 'rust', library: 'reqwest', runner: RUST }];
