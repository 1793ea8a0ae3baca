import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Compiles programs, given by their paths from the root, into `folder`, which must be somewhere under the root so that
 * they find their packages. Each is there under its own path with `.js`. Starting one then costs a third of what it costs
 * to compile it every time.
 */
export async function compile(programs: readonly string[], folder: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [staysAtHome],
    build: {
      ssr: true,
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(programs.map((path) => [path.replace(/\.ts$/, ''), `${root}${path}`])),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}

/** Files that a module reads from beside itself are still found beside its source. */
const staysAtHome = {
  name: 'stays-at-home',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    code.includes('import.meta.url')
      ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      : null,
};
