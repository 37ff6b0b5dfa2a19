export default definePageConfig({ navigationBarTitleText: '开源软件' });
