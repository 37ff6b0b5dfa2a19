import { NavBar } from '../../components/nav-bar/NavBar';
import { Page } from '../../components/page/Page';
import { TabBar } from '../../components/tab-bar/TabBar';
import { useScan } from '../../features/scan/use-scan';

export default function CirclePage() {
  const scan = useScan();
  return (
    <Page
      header={<NavBar title="生活圈" hasBack={false} />}
      footer={<TabBar current="circle" onScan={scan} />}
    >
      {null}
    </Page>
  );
}
