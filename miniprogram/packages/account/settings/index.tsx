import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';

export default function SettingsPage() {
  return <Page header={<NavBar title="设置" />}>{null}</Page>;
}
