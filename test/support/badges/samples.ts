import type { BadgeContent } from '@shared/codecs/badges/content';

const meeting = {
  title: 'Seventeenth meeting of the Policy Consultative Group of the Paris Pact initiative',
  dates: '12–13 September 2023',
};

type Person = Pick<BadgeContent, 'given' | 'family' | 'native'>;
type Part = readonly [capacity: string, colouring: BadgeContent['colouring']];

/** One of the names, of a party (its code and name) and in a capacity. */
const sample = (
  person: Person,
  [code, name]: readonly [code: string, name: string],
  [capacity, colouring]: Part,
): BadgeContent => ({
  ...{ ...person, party: { code, name }, capacity, colouring },
  ...{ code: 'Q7W8E9R0T1Y2K', meeting, hasLogo: false },
});

/** Invented names, chosen because they are hard to print: long, joined, and in other scripts. */
export const SAMPLES: readonly BadgeContent[] = [
  sample(
    { given: 'Anna', family: 'Sample', native: '' },
    ['AUT', 'Austria'],
    ['Head of delegation', 'head'],
  ),
  sample(
    {
      given: 'Abdulrahman Muhammad',
      family: 'Al-Tajribi Al-Mithali Al-Ikhtibari',
      native: 'عبد الرحمن محمد بن عبد العزيز التجريبي المثالي الاختباري',
    },
    ['SAU', 'المملكة العربية السعودية'],
    ['Representative', 'representative'],
  ),
  sample(
    { given: 'Александра Константиновна', family: 'Рождественская-Примерская', native: '' },
    ['RUS', 'Российская Федерация'],
    ['Представитель принимающей стороны', 'expert'],
  ),
  sample(
    { given: 'Xiaoming', family: 'Ouyang', native: '欧阳晓明' },
    ['CHN', '中国'],
    ['Adviser', 'adviser'],
  ),
  sample(
    {
      given: 'Maximiliane Theodora',
      family: 'Musterfrau-Freifrau von Beispielhausen-Hohenprobenstein',
      native: '',
    },
    ['GBR', 'United Kingdom of Great Britain and Northern Ireland'],
    ['Panellist', 'panellist'],
  ),
  sample(
    { given: '', family: '阿布都热合曼·买买提·依明·示例·测试用很长的姓名', native: '' },
    ['UNODC', 'United Nations Office on Drugs and Crime'],
    ['Secretariat', 'secretariat'],
  ),
  sample(
    { given: 'Nguyễn', family: 'Thị Mẫu-Ví Dụ', native: '' },
    [
      'WCO RILO',
      'Regional Intelligence Liaison Office of the World Customs Organization for Eastern and Central Europe',
    ],
    ['Host staff', 'host-staff'],
  ),
  sample(
    { given: '', family: 'Delegation 3', native: '' },
    ['UZB', 'Uzbekistan'],
    ['Lent to a delegate', 'floating'],
  ),
];
