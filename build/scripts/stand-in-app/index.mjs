// Loads the app named on the command line as Electron's own default app does; the stand-in runtime has none.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** The first argument that is no switch, and the modules that `-r` names before it. */
function readArguments() {
  const modules = [];
  for (let index = 1; index < process.argv.length; index += 1) {
    const argument = process.argv[index];
    if (argument === '-r' || argument === '--require') modules.push(process.argv[++index]);
    else if (argument === '-v' || argument === '--version') return { version: true, modules };
    else if (!argument.startsWith('-')) return { folder: path.resolve(argument), modules };
  }
  return { modules };
}

const { folder, modules, version } = readArguments();
if (version) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}
if (!folder) {
  console.error('Usage: electron <path to an app>');
  process.exit(1);
}

const require = createRequire(path.join(process.cwd(), 'index.js'));
for (const module of modules) require(path.resolve(module));

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
const packageFile = path.join(folder, 'package.json');
const isFolderApp = existsSync(packageFile);
if (isFolderApp) {
  const { version: appVersion, productName, name, desktopName } = JSON.parse(readFileSync(packageFile, 'utf8'));
  if (appVersion) app.setVersion(appVersion);
  if (productName ?? name) app.name = productName ?? name;
  app.setDesktopName(desktopName ?? `${app.name}.desktop`);
}
let entry;
try {
  entry = require.resolve(folder);
} catch (error) {
  console.error(`Unable to find an Electron app at ${folder}: ${error.message}`);
  process.exit(1);
}
app.setAppPath(isFolderApp ? folder : path.dirname(entry));
try {
  await import(pathToFileURL(entry).href);
} catch (error) {
  console.error('App threw an error during load');
  console.error(error);
  throw error;
}
