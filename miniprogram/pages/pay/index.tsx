import { NavBar } from '../../components/nav-bar/NavBar';
import { Page } from '../../components/page/Page';

export default function PayPage() {
  return <Page header={<NavBar title="付款" />}>{null}</Page>;
}
