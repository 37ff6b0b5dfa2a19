export default definePageConfig({ navigationBarTitleText: '先用券' });
