export default defineAppConfig({
  pages: ['pages/circle/index', 'pages/wallet/index', 'pages/mine/index', 'pages/pay/index'],
  subPackages: [
    {
      root: 'packages/account',
      pages: [
        'orders/index',
        'order/index',
        'result/index',
        'rules/index',
        'about/index',
        'settings/index',
        'place/index',
        'scan/index',
        'my-code/index',
      ],
    },
  ],
  preloadRule: { 'pages/pay/index': { network: 'all', packages: ['packages/account'] } },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '众店生活圈',
    navigationBarTextStyle: '@barText',
    backgroundColor: '@ground',
    backgroundTextStyle: '@pullText',
  },
  darkmode: true,
  themeLocation: 'theme.json',
  tabBar: {
    custom: true,
    color: '#8a8f99',
    selectedColor: '#ff5a1f',
    backgroundColor: '#ffffff',
    list: [
      { pagePath: 'pages/circle/index', text: '生活圈' },
      { pagePath: 'pages/wallet/index', text: '券包' },
      { pagePath: 'pages/mine/index', text: '我的' },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['getLocation'],
  permission: { 'scope.userLocation': { desc: '用于显示您身边的联盟商家，不会被保存' } },
});
