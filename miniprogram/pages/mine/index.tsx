import { NavBar } from '../../components/nav-bar/NavBar';
import { Page } from '../../components/page/Page';
import { TabBar } from '../../components/tab-bar/TabBar';
import { useScan } from '../../features/scan/use-scan';

export default function MinePage() {
  const scan = useScan();
  return (
    <Page
      header={<NavBar title="我的" hasBack={false} />}
      footer={<TabBar current="mine" onScan={scan} />}
    >
      {null}
    </Page>
  );
}
