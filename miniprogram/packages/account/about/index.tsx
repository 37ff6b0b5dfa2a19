import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';

export default function AboutPage() {
  return <Page header={<NavBar title="关于众店生活圈" />}>{null}</Page>;
}
