import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';

export default function RulesPage() {
  return <Page header={<NavBar title="何时派券：规则" />}>{null}</Page>;
}
