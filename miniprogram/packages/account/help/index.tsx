// 客服与投诉: whom to ask, what I have asked, and what people ask most.
import { Text } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { classes } from '../../../components/classes';
import { ListCard, ListGroup, ListRow } from '../../../components/list-row/ListRow';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { queryClient } from '../../../queries/query-client';
import { goTo, routes } from '../../../routes';
import { CommonQuestions } from './CommonQuestions';
import { Contact } from './Contact';
import { MyTickets } from './MyTickets';
import styles from './Help.module.scss';

export default function HelpPage() {
  const { params } = useRouter();
  // An answer may have come while the page was away.
  useDidShow(() => void queryClient.invalidateQueries({ queryKey: ['account'] }));
  return (
    <Page header={<NavBar title="客服与投诉" />}>
      <ListCard>
        <Contact />
        <ListRow
          icon="receipt"
          title="写问题、售后或投诉"
          note="写下来有记录，到答应的日子前答复"
          className="js-new-ticket"
          onTap={() => goTo(routes.ticket())}
        />
      </ListCard>
      <ListGroup title="我提过的">
        <MyTickets />
      </ListGroup>
      <ListGroup title="常见问题">
        <CommonQuestions asked={params['q']} />
      </ListGroup>
      <Text className={classes(styles.foot)}>对处理不满意，可拨打全国消费者投诉热线 12315。</Text>
    </Page>
  );
}
