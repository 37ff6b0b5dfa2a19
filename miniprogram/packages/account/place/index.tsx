import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';

export default function PlacePage() {
  return <Page header={<NavBar title="选择位置" />}>{null}</Page>;
}
