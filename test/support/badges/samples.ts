import type { BadgeContent } from '@shared/codecs/badges/content';

const meeting = {
  title: 'Seventeenth meeting of the Policy Consultative Group of the Paris Pact initiative',
  dates: '12–13 September 2023',
};

function sample(
  part: Pick<BadgeContent, 'given' | 'family' | 'native' | 'party' | 'colouring' | 'capacity'>,
  code: string | null = 'Q7W8E9R0T1Y2K',
): BadgeContent {
  return { ...part, code, meeting, hasLogo: false };
}

/** Invented names, chosen because they are hard to print: long, joined, and in other scripts. */
export const SAMPLES: readonly BadgeContent[] = [
  sample({
    ...{ given: 'Anna', family: 'Sample', native: '', colouring: 'head' },
    ...{ party: { code: 'AUT', name: 'Austria' }, capacity: 'Head of delegation' },
  }),
  sample({
    given: 'Abdulrahman Muhammad',
    family: 'Al-Tajribi Al-Mithali Al-Ikhtibari',
    native: 'عبد الرحمن محمد بن عبد العزيز التجريبي المثالي الاختباري',
    party: { code: 'SAU', name: 'المملكة العربية السعودية' },
    ...{ colouring: 'representative', capacity: 'Representative' },
  }),
  sample({
    given: 'Александра Константиновна',
    family: 'Рождественская-Примерская',
    native: '',
    party: { code: 'RUS', name: 'Российская Федерация' },
    ...{ colouring: 'expert', capacity: 'Представитель принимающей стороны' },
  }),
  sample({
    ...{ given: 'Xiaoming', family: 'Ouyang', native: '欧阳晓明' },
    ...{ party: { code: 'CHN', name: '中国' }, colouring: 'adviser', capacity: 'Adviser' },
  }),
  sample({
    given: 'Maximiliane Theodora',
    family: 'Musterfrau-Freifrau von Beispielhausen-Hohenprobenstein',
    native: '',
    party: { code: 'GBR', name: 'United Kingdom of Great Britain and Northern Ireland' },
    ...{ colouring: 'panellist', capacity: 'Panellist' },
  }),
  sample({
    given: '',
    family: '阿布都热合曼·买买提·依明·示例·测试用很长的姓名',
    native: '',
    party: { code: 'UNODC', name: 'United Nations Office on Drugs and Crime' },
    ...{ colouring: 'secretariat', capacity: 'Secretariat' },
  }),
  sample({
    given: 'Nguyễn',
    family: 'Thị Mẫu-Ví Dụ',
    native: '',
    party: {
      code: 'WCO RILO',
      name: 'Regional Intelligence Liaison Office of the World Customs Organization for Eastern and Central Europe',
    },
    ...{ colouring: 'host-staff', capacity: 'Host staff' },
  }),
  sample({
    ...{ given: '', family: 'Delegation 3', native: '', colouring: 'floating' },
    ...{ party: { code: 'UZB', name: 'Uzbekistan' }, capacity: 'Lent to a delegate' },
  }),
];
