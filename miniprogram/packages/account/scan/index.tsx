import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';

export default function ScanPage() {
  return <Page header={<NavBar title="扫一扫" />}>{null}</Page>;
}
