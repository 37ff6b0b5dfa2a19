import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';

export default function MyCodePage() {
  return <Page header={<NavBar title="我的码" />}>{null}</Page>;
}
