import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';

export default function OrderPage() {
  return <Page header={<NavBar title="订单详情" />}>{null}</Page>;
}
