export default definePageConfig({ navigationBarTitleText: '一张券的来去' });
