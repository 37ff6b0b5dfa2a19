export default definePageConfig({ navigationBarTitleText: '何时派券：规则' });
