import { type Cases, fails } from './cases';

const date = { date: new Date('1999-12-11T16:00:00.123Z') };
const utc = (text: string) => new Date(`${text}Z`);

export const dates: Cases<'date'> = ($) => ({
  dateFromParts: [
    [
      $.dateFromParts({ year: 2017, month: 2, day: 8, hour: 12, timezone: 'America/New_York' }),
      utc('2017-02-08T17:00:00'),
    ],
    [$.dateFromParts({ year: 2017 }), utc('2017-01-01T00:00:00')],
    [
      $.dateFromParts({ isoWeekYear: 2017, isoWeek: 6, isoDayOfWeek: 3 }),
      utc('2017-02-08T00:00:00'),
    ],
    [$.dateFromParts({ year: 2017, month: 14, day: 1, hour: 12 }), utc('2018-02-01T12:00:00')],
    [$.dateFromParts({ year: 2017, month: 0, day: 1 }), utc('2016-12-01T00:00:00')],
    [
      $.dateFromParts({ year: 2020, minute: 1, second: 2, millisecond: 3, timezone: '+08:00' }),
      utc('2019-12-31T16:01:02.003'),
    ],
    [$.dateFromParts({ year: '$nowhere' }), null],
    [$.dateFromParts({ year: 2017, timezone: null }), null],
    [
      $.dateFromParts({ year: 0 }),
      fails("'year' must evaluate to an integer in the range 1 to 9999"),
    ],
    [$.dateFromParts({ year: '2017' }), fails("'year' must evaluate to an integer, found string")],
    [$.dateFromParts({ month: 1 }), fails("Missing 'year' parameter to $dateFromParts")],
  ],
  dateFromString: [
    [$.dateFromString({ dateString: '2019-05-14T09:38:51.686Z' }), utc('2019-05-14T09:38:51.686')],
    [$.dateFromString({ dateString: '2017-02-08' }), utc('2017-02-08T00:00:00')],
    [
      $.dateFromString({ dateString: '2017-02-08T12:10:40.787', timezone: 'America/New_York' }),
      utc('2017-02-08T17:10:40.787'),
    ],
    [$.dateFromString({ dateString: '2017-02-08 12:10:40' }), utc('2017-02-08T12:10:40')],
    [$.dateFromString({ dateString: '2017-02-08T12:10:40+0800' }), utc('2017-02-08T04:10:40')],
    [
      $.dateFromString({ dateString: '06-15-2018', format: '%m-%d-%Y' }),
      utc('2018-06-15T00:00:00'),
    ],
    [
      $.dateFromString({
        dateString: '15/06/2018 23:10',
        format: '%d/%m/%Y %H:%M',
        timezone: '+08:00',
      }),
      utc('2018-06-15T15:10:00'),
    ],
    [$.dateFromString({ dateString: '2018 06 3', format: '%G %V %u' }), utc('2018-02-07T00:00:00')],
    [$.dateFromString({ dateString: '$nowhere' }), null],
    [$.dateFromString({ dateString: null, onNull: 'never' }), 'never'],
    [$.dateFromString({ dateString: 'no date', onError: '$a' }), 7, { a: 7 }],
    [
      $.dateFromString({ dateString: '2018-13-01' }),
      fails("Error parsing date string '2018-13-01'"),
    ],
    [
      $.dateFromString({ dateString: '2018-02-30' }),
      fails("Error parsing date string '2018-02-30'"),
    ],
    [
      $.dateFromString({ dateString: '2017-02-08T12:10:40Z', timezone: '+08:00' }),
      fails('you cannot pass in a date/time string with time zone information'),
    ],
    [
      $.dateFromString({ dateString: 5 }),
      fails("$dateFromString requires that 'dateString' be a string, found: int"),
    ],
  ],
  dateToString: [
    [$.dateToString({ date: '$date', format: '%Y-%m-%d' }), '1999-12-11', date],
    [
      $.dateToString({ date: '$date', format: '%H:%M:%S', timezone: 'Asia/Shanghai' }),
      '00:00:00',
      date,
    ],
    [$.dateToString({ date: '$date' }), '1999-12-11T16:00:00.123Z', date],
    [$.dateToString({ date: '$date', timezone: '+08:00' }), '1999-12-12T00:00:00.123', date],
    [
      $.dateToString({ date: '$date', format: '%d %G %j %L %u %U %V %w %%' }),
      '11 1999 345 123 6 49 49 7 %',
      date,
    ],
    [
      $.dateToString({ date: '$date', format: '%z %Z', timezone: 'America/New_York' }),
      '-0500 -300',
      date,
    ],
    [$.dateToString({ date: '$date', format: '%z %Z', timezone: '+04:30' }), '+0430 270', date],
    [$.dateToString({ date: '$nowhere', onNull: 'none' }), 'none'],
    [$.dateToString({ date: '$nowhere' }), null],
    [
      $.dateToString({ date: '$date', format: '%q' }),
      fails("Invalid format character '%q' in format string"),
      date,
    ],
    [
      $.dateToString({ date: '$date', timezone: 'Mars/Crater' }),
      fails('unrecognized time zone identifier: "Mars/Crater"'),
      date,
    ],
    [$.dateToString({ date: 'x' }), fails("can't convert from BSON type string to Date")],
    [$.dateToString({ format: '%Y' }), fails("Missing 'date' parameter to $dateToString")],
  ],
  dayOfMonth: [
    [$.dayOfMonth('$date'), 11, date],
    [$.dayOfMonth({ date: '$date', timezone: '+08:00' }), 12, date],
    [$.dayOfMonth('$nowhere'), null],
    [$.dayOfMonth('x'), fails("can't convert from BSON type string to Date")],
  ],
  dayOfWeek: [
    [$.dayOfWeek('$date'), 7, date],
    [$.dayOfWeek({ date: '$date', timezone: 'Asia/Shanghai' }), 1, date],
  ],
  dayOfYear: [
    [$.dayOfYear('$date'), 345, date],
    [$.dayOfYear('$d'), 366, { d: utc('2020-12-31T23:59:59') }],
  ],
  hour: [
    [$.hour('$date'), 16, date],
    [$.hour({ date: '$date', timezone: 'America/New_York' }), 11, date],
    [
      $.hour({ date: '$summer', timezone: 'America/New_York' }),
      12,
      { summer: utc('2020-07-01T16:00:00') },
    ],
    [$.hour({ date: '$date', timezone: null }), null, date],
  ],
  isoDayOfWeek: [
    [$.isoDayOfWeek('$date'), 6, date],
    [$.isoDayOfWeek({ date: '$date', timezone: '+08' }), 7, date],
  ],
  isoWeek: [
    [$.isoWeek('$date'), 49, date],
    [$.isoWeek('$d'), 53, { d: utc('2016-01-03T00:00:00') }],
    [$.isoWeek('$d'), 1, { d: utc('2016-01-04T00:00:00') }],
  ],
  isoWeekYear: [
    [$.isoWeekYear('$date'), 1999, date],
    [$.isoWeekYear('$d'), 2015, { d: utc('2016-01-03T00:00:00') }],
    [$.isoWeekYear('$d'), 2020, { d: utc('2019-12-30T00:00:00') }],
  ],
  millisecond: [[$.millisecond('$date'), 123, date]],
  minute: [
    [$.minute('$date'), 0, date],
    [$.minute({ date: '$date', timezone: '+04:30' }), 30, date],
  ],
  month: [[$.month('$date'), 12, date]],
  second: [[$.second('$date'), 0, date]],
  week: [
    [$.week('$date'), 49, date],
    [$.week('$d'), 0, { d: utc('2016-01-02T00:00:00') }],
    [$.week('$d'), 1, { d: utc('2016-01-03T00:00:00') }],
  ],
  year: [
    [$.year('$date'), 1999, date],
    [$.year({ date: '$d', timezone: '+08:00' }), 2000, { d: utc('1999-12-31T16:00:00') }],
    [$.year({ date: '$date', zone: 'x' }), fails('Unrecognized argument to $year: zone'), date],
  ],
});
