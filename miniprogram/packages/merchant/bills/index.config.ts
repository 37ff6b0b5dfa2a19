export default definePageConfig({ navigationBarTitleText: '店里的账单' });
