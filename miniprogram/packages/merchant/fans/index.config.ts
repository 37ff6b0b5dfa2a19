export default definePageConfig({ navigationBarTitleText: '粉丝与入口码' });
