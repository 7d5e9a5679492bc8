import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Proof } from '../samples/harness.ts';
import type { Runner } from '../samples/run.ts';
import { UTF8 } from './java.ts';
import { grammars } from './parsed.ts';

/** What JetBrains publishes: Debian's Kotlin is of 2019. To be installed beside the grammars. */
export const packages: readonly string[] = ['kotlin-compiler@2.4.20'];

/** Calls the main function of each class. */
const EACH_CLASS = `
public class All {
    public static void main(String[] names) throws Exception {
        for (var name : names) Class.forName(name).getMethod("main").invoke(null);
    }
}
`;

/** All files are compiled at once: many may have a main function. */
const KOTLIN: Runner = {
  name: 'kotlin',
  ending: 'kt',
  packages: ['default-jdk-headless'],
  isQuiet: true,
  command(folder, files) {
    const all = join(folder, 'All.java');
    writeFileSync(all, EACH_CLASS);
    const home = dirname(grammars.resolve('kotlin-compiler/package.json'));
    const classes = join(folder, 'classes');
    const jars = ['kotlin-compiler', 'kotlin-stdlib'].map((name) => join(home, `lib/${name}.jar`));
    const names = files.map((_, index) => `_${index}Kt`);
    const compile = `java -Xmx3g -cp "$1" org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -kotlin-home "$2" -Werror -jvm-target 17 -d "$3" $4`;
    const run = `java -cp "$3:$2/lib/kotlin-stdlib.jar" "$5" ${names.join(' ')}`;
    const list = join(folder, 'files.txt');
    writeFileSync(list, files.join('\n'));
    const args = [jars.join(':'), home, classes, `@${list}`, all];
    return ['env', [UTF8, 'sh', '-c', `${compile} && exec ${run}`, 'sh', ...args]];
  },
};

export const proofs: readonly Proof[] = [{ language: 'kotlin', library: 'java.net.http', runner: KOTLIN }];
