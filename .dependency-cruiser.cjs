/**
 * Which room may import which, and no import cycles. Rooms are described in docs/architecture.md.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(core|electron|renderer|build|tests)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('core-alone', '^core/', '^core/', 'core is pure and stands on its own'),
    only('build-room', '^build/', '^(build|core)/', 'the compiler also runs inside the app, it knows no host'),
    only('renderer-room', '^renderer/', '^(renderer|core)/', 'the page reaches its host through the contract alone'),
    only(
      'preload-room',
      '^electron/preload/',
      '^(electron/preload|core/contract)/',
      'the preload script is the contract and no more',
    ),
    only(
      'services-room',
      '^electron/services/',
      '^(electron/services|core|build/compile)/',
      'services know neither host',
    ),
    only('main-room', '^electron/main/', '^(electron/(main|services)|core)/', 'a host is an adapter'),
    only('browser-room', '^electron/browser/', '^(electron/(browser|services)|core)/', 'a host is an adapter'),
    only('electron-room', '^electron/', '^(electron|core|build/compile)/', 'of build, only the compiler'),
    {
      name: 'features-apart',
      comment: 'a feature that needs another talks through state',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'electron-only-in-its-room',
      severity: 'error',
      from: { pathNot: '^(electron/(main|preload)|tests/(unit/)?electron)/' },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'core-has-no-node',
      severity: 'error',
      from: { path: '^(core|renderer)/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|release)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
