import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * electron-builder's configuration. Every fuse is stated: what ships runs no Node by environment variable, takes no
 * debugger, and loads nothing but the archive it was built with.
 * @param {{ standInFolder: string | null }} runtime the folder of the stand-in runtime; null with the official one
 * @returns {import('electron-builder').Configuration}
 */
export function installerConfig({ standInFolder }) {
  const testing = standInFolder !== null;
  return {
    appId: 'eu.taxpass.desktop',
    productName: 'Taxpass',
    copyright: 'Copyright © 2026 Taxpass maintainers',
    directories: { output: 'dist', buildResources: 'build' },
    files: ['package.json', 'out/main/**', 'out/preload/**', 'out/renderer/**', '!node_modules/**'],
    asar: true,
    npmRebuild: false,
    publish: null,
    ...(testing
      ? { electronDist: standInFolder, artifactName: 'taxpass-${version}-${os}-${arch}-testing-not-for-release.${ext}' }
      : {}),
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    },
    protocols: [{ name: 'Taxpass sign-in', schemes: ['taxpass'] }],
    // Drawn from icons/icon.svg; electron-builder makes the other systems' forms of it.
    win: { target: ['nsis'], icon: 'icons/1024x1024.png' },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
    },
    mac: {
      target: ['dmg'],
      icon: 'icons/1024x1024.png',
      category: 'public.app-category.finance',
      hardenedRuntime: true,
      notarize: false,
    },
    linux: {
      target: testing ? ['zip'] : ['AppImage', 'deb'],
      executableName: 'taxpass',
      icon: 'icons',
      category: 'Office',
      maintainer: 'Taxpass maintainers',
      synopsis: 'Keeps, shows and renews the OAuth tokens of tax authorities',
    },
    deb: {
      depends: ['libgtk-3-0', 'libnss3', 'libsecret-1-0', 'libgbm1', 'libasound2', 'xdg-utils'],
      recommends: ['gnome-keyring'],
    },
    afterPack: ({ appOutDir }) => {
      // The stand-in carries a loader for running from source; a package loads only its own archive.
      const loader = path.join(appOutDir, 'resources', 'app');
      if (testing && existsSync(loader)) rmSync(loader, { recursive: true });
    },
  };
}
