// Software of others inside the app, with the notices that its licences ask for.

export interface OpenSource {
  readonly name: string;
  readonly copyright: string;
  readonly licence: 'MIT' | 'BSD-2-Clause' | 'Apache-2.0';
  /** npm packages that it stands for. */
  readonly packages: readonly string[];
}

export const OPEN_SOURCE: readonly OpenSource[] = [
  {
    name: 'Taro',
    copyright: 'Copyright (c) 2018 O2Team',
    licence: 'MIT',
    packages: [
      '@tarojs/components',
      '@tarojs/plugin-framework-react',
      '@tarojs/plugin-platform-h5',
      '@tarojs/plugin-platform-weapp',
      '@tarojs/react',
      '@tarojs/runtime',
      '@tarojs/shared',
      '@tarojs/taro',
    ],
  },
  {
    name: 'React',
    copyright: 'Copyright (c) Facebook, Inc. and its affiliates.',
    licence: 'MIT',
    packages: ['react', 'react-dom'],
  },
  {
    name: 'TanStack Query',
    copyright: 'Copyright (c) 2021-present Tanner Linsley',
    licence: 'MIT',
    packages: ['@tanstack/react-query'],
  },
  {
    name: 'Zustand',
    copyright: 'Copyright (c) 2019 Paul Henschel',
    licence: 'MIT',
    packages: ['zustand'],
  },
  {
    name: 'Day.js',
    copyright: 'Copyright (c) 2018-present, iamkun',
    licence: 'MIT',
    packages: ['dayjs'],
  },
  {
    name: 'QR Code Generator',
    copyright: 'Copyright (c) Kazuhiko Arase',
    licence: 'MIT',
    packages: ['qrcode-generator'],
  },
  {
    name: 'AbortController polyfill',
    copyright: 'Copyright (c) 2017 molsson',
    licence: 'MIT',
    packages: ['abortcontroller-polyfill'],
  },
  {
    name: 'gcoord',
    copyright: 'Copyright (c) 2018-present, Jiulong Hu',
    licence: 'MIT',
    packages: ['gcoord'],
  },
  {
    name: 'Leaflet',
    copyright: 'Copyright (c) 2010-2023, Volodymyr Agafonkin',
    licence: 'BSD-2-Clause',
    packages: ['leaflet'],
  },
  {
    name: 'jsQR',
    copyright: 'Copyright Cosmo Wolfe',
    licence: 'Apache-2.0',
    packages: ['jsqr'],
  },
];
