import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';

export default function ResultPage() {
  return <Page header={<NavBar title="支付结果" />}>{null}</Page>;
}
