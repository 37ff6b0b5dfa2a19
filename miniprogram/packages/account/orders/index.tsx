import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';

export default function OrdersPage() {
  return <Page header={<NavBar title="我的订单" />}>{null}</Page>;
}
