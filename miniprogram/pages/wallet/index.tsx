import { NavBar } from '../../components/nav-bar/NavBar';
import { Page } from '../../components/page/Page';
import { TabBar } from '../../components/tab-bar/TabBar';
import { useScan } from '../../features/scan/use-scan';

export default function WalletPage() {
  const scan = useScan();
  return (
    <Page
      header={<NavBar title="券包" hasBack={false} />}
      footer={<TabBar current="wallet" onScan={scan} />}
    >
      {null}
    </Page>
  );
}
