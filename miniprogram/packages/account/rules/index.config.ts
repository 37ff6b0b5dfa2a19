export default definePageConfig({ navigationBarTitleText: '规则与协议' });
