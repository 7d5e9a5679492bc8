import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Proof } from '../samples/harness.ts';
import type { Runner } from '../samples/run.ts';

/** Compiles each sample into a folder of its own and calls its main method. */
const EACH_JAVA = `
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

public class All {
    public static void main(String[] files) throws Exception {
        var compiler = ToolProvider.getSystemJavaCompiler();
        for (var file : files) {
            var folder = Files.createDirectories(Path.of(file + ".classes"));
            var source = Files.copy(Path.of(file), folder.resolve("Main.java"));
            var status = compiler.run(null, null, null, "-Xlint:all", "-encoding", "UTF-8", "-d", folder.toString(), source.toString());
            if (status != 0) System.exit(status);
            try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
                loader.loadClass("Main").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            }
        }
    }
}
`;

/** Without a locale of UTF-8, Java 17 takes names of files and variables for ASCII. */
export const UTF8 = 'LC_ALL=C.UTF-8';

const JAVA: Runner = {
  name: 'java',
  ending: 'java',
  packages: ['default-jdk-headless'],
  isQuiet: true,
  command(folder, files) {
    const all = join(folder, 'All.java');
    writeFileSync(all, EACH_JAVA);
    return ['env', [UTF8, 'java', all, ...files]];
  },
};

export const proofs: readonly Proof[] = [{ language: 'java', library: 'java.net.http', runner: JAVA }];
