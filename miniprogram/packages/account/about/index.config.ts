export default definePageConfig({ navigationBarTitleText: '关于众店生活圈' });
