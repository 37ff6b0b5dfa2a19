export default definePageConfig({ navigationBarTitleText: '写问题或投诉' });
