export default definePageConfig({ navigationBarTitleText: '券明细' });
